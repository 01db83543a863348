// What a page loads that draws a form with survey-core and survey-js-ui: the peer of the portal's scripts.
import { Model } from 'survey-core-2'
import { renderSurvey } from 'survey-js-ui'

const form = JSON.parse(document.querySelector('#form').textContent)
renderSurvey(new Model(form), document.querySelector('#survey'))
