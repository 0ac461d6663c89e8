/** What is said before anybody is signed in; the rest comes with the shell. */
import app from './app'
import front from './front'
import ui from './ui'

export default { app, front, ui }
