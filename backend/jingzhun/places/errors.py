"""What the place tree refuses."""

from http import HTTPStatus

from jingzhun.kit.errors import Refusal


class PlaceNotFound(Refusal):
    """No such place, or it lies outside the actor's places."""

    code, status = "place-not-found", HTTPStatus.NOT_FOUND
    title = "没有找到地点"
    message = "没有找到这个地点，或不在您的管辖范围内。请重新选择。"


class NotAHamlet(Refusal):
    """Only hamlets are confirmed, renamed at will or merged."""

    code, status = "not-a-hamlet", HTTPStatus.CONFLICT
    title = "不是自然村"
    message = "只有自然村可以确认或合并；街道（镇）和行政村的变更须填写生效日期。"


class NotAVillage(Refusal):
    """Marks are given to villages only."""

    code, status = "not-a-village", HTTPStatus.CONFLICT
    title = "不是行政村"
    message = "省定贫困村、重点帮扶村标记只给行政村。请改选行政村。"


class OtherVillage(Refusal):
    """Two hamlets of different villages cannot be one."""

    code, status = "other-village", HTTPStatus.CONFLICT
    title = "不属于同一行政村"
    message = "两个自然村不属于同一行政村，不能合并。请核对后再选。"


class NameTaken(Refusal):
    """The village already has a hamlet of this name."""

    code, status = "place-name-taken", HTTPStatus.CONFLICT
    title = "名称重复"
    message = "同一上级下已有同名地点。如实为同一处，请使用“合并”。"


class MarkOverlaps(Refusal):
    """The village carries this mark on these days already."""

    code, status = "mark-overlaps", HTTPStatus.CONFLICT
    title = "标记重复"
    message = "该村在这段时间内已有同样的标记。请先结束原标记，或调整起止日期。"
