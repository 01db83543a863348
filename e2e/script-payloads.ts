// Texts that run a script wherever they reach a page as anything but text. Each calls `__pwned`, which the tests watch.

const calls = ['__pwned()', "window['__pwned']()", 'top.__pwned&&top.__pwned()', "eval('__pw'+'ned()')"]

/** Elements, attributes, links, templates and endings of what may stand around, each with a call in it. */
const shapes: ((call: string) => string)[] = [
  (call) => `<script>${call}</script>`,
  (call) => `<ScRiPt >${call}</sCrIpT >`,
  (call) => `<img src=x onerror="${call}">`,
  (call) => `<img/src=x/onerror="${call}"//`,
  (call) => `<svg onload="${call}">`,
  (call) => `<svg><script>${call}</script></svg>`,
  (call) => `<svg><animate onbegin="${call}" attributeName=x dur=1s>`,
  (call) => `<body onload="${call}">`,
  (call) => `<iframe srcdoc="<script>parent.${call}</script>"></iframe>`,
  (call) => `<iframe src="javascript:parent.${call}"></iframe>`,
  (call) => `<a href="javascript:${call}" autofocus onfocus="${call}">x</a>`,
  (call) => `<a href="java&#9;script:${call}">x</a>`,
  (call) => `<input autofocus onfocus="${call}">`,
  (call) => `<details open ontoggle="${call}">x</details>`,
  (call) => `<video><source onerror="${call}"></video>`,
  (call) => `<audio src=x onerror="${call}"></audio>`,
  (call) => `<object data="javascript:${call}"></object>`,
  (call) => `<embed src="javascript:${call}">`,
  (call) => `<form action="javascript:${call}"><button autofocus onfocus="${call}">x</button></form>`,
  (call) => `<math><mtext><table><mglyph><style><img src=x onerror="${call}">`,
  (call) => `<style>@import 'javascript:${call}';</style>`,
  (call) => `<link rel=stylesheet href="javascript:${call}" onerror="${call}">`,
  (call) => `<meta http-equiv=refresh content="0;url=javascript:${call}">`,
  (call) => `<template><script>${call}</script></template>`,
  (call) => `"><img src=x onerror="${call}">`,
  (call) => `'><svg/onload="${call}">`,
  (call) => `" autofocus onfocus="${call}" x="`,
  (call) => `' autofocus onfocus='${call}' x='`,
  (call) => `</title><script>${call}</script>`,
  (call) => `</textarea><script>${call}</script>`,
  (call) => `</script><script>${call}</script>`,
  (call) => `--><script>${call}</script>`,
  (call) => `]]><script>${call}</script>`,
  (call) => `"}]}</script><script>${call}</script>`,
  (call) => `[link](javascript:${call}) ![x](x"onerror="${call})`,
  (call) => `{{constructor.constructor("${call}")()}} \${${call}} <%= ${call} %>`,
  (call) => `&lt;script&gt;${call}&lt;/script&gt; %3Cscript%3E${call}%3C/script%3E`,
  (call) => `javascript:${call}`,
]

/** A hundred and fifty of them, no two alike. */
export const scriptPayloads = calls.flatMap((call) => shapes.map((shape) => shape(call))).slice(0, 150)

/** All payloads in one text, which begins with another of them each time. */
export function allPayloads(first: number): string {
  const place = first % scriptPayloads.length
  return [...scriptPayloads.slice(place), ...scriptPayloads.slice(0, place)].join(' ')
}
