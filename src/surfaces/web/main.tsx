import './styles/tokens.css'
import './styles/base.css'
import './styles/shell.css'
import './styles/controls.css'
import './styles/content.css'
import { render } from 'preact'
import { watchPlace } from './router/place.ts'
import { App } from './shell/app.tsx'

watchPlace()
const place = document.querySelector('#app')
if (place !== null) render(<App />, place)
