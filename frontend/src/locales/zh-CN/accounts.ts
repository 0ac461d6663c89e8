/** 登录与密码。 */
export default {
  login: '登录',
  loginHint: '使用本单位分配的账号登录',
  username: '用户名',
  password: '密码',
  usernameMissing: '请输入用户名',
  passwordMissing: '请输入密码',
  sessionEnded: '登录已失效，请重新登录。',
  demo: '演示账号',
  demoHint: '点击填入用户名；密码显示在启动服务的终端里。',
  currentPassword: '当前密码',
  newPassword: '新密码',
  repeatPassword: '再输一次新密码',
  repeatDiffers: '两次输入的新密码不一样',
  passwordRule: '至少 12 个字符，混用大小写字母、数字和符号，不要与其他系统相同。',
  passwordTooShort: '新密码至少 12 个字符',
  savePassword: '保存新密码',
}
