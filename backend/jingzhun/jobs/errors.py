"""Refusals around jobs."""

from http import HTTPStatus

from jingzhun.kit.errors import NotFound, Refusal


class JobNotFound(NotFound):
    """No such job of this actor."""

    code = "job-not-found"
    message = "没有找到这项后台任务，或不是您提交的。请在“后台任务”中查看。"


class JobHasNoFile(Refusal):
    """The job is not done, made no file, or the file was deleted after its time."""

    code, status = "job-has-no-file", HTTPStatus.NOT_FOUND
    title = "没有可下载的文件"
    message = "这项任务没有可下载的文件，或文件已过保存期删除。请重新提交任务。"


class FileBeyondReach(Refusal):
    """The file was made with rights its owner has no more."""

    code, status = "job-file-beyond-reach", HTTPStatus.FORBIDDEN
    title = "权限已有变动"
    message = "提交任务以后您的权限或管辖范围有变动，不能再下载这个文件。请按现在的范围重新提交。"


class JobEnded(Refusal):
    """The job has ended; there is nothing left to cancel."""

    code, status = "job-ended", HTTPStatus.CONFLICT
    title = "任务已结束"
    message = "这项任务已经结束，不能取消。"


class TooManyJobs(Refusal):
    """The actor has as many unfinished jobs as one person may have."""

    code, status = "too-many-jobs", HTTPStatus.TOO_MANY_REQUESTS
    title = "任务过多"
    message = "您还有{count}项任务没有完成。请等它们完成或取消后再提交。"

    @property
    def headers(self) -> dict[str, str]:
        """Try again a little later."""
        return {"Retry-After": "10"}


class Cancelled(Exception):
    """Raised inside a job whose cancelling was asked for."""


class LeaseLost(Exception):
    """Raised inside a job that another worker has taken over."""
