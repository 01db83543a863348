import { createRandom } from './matching/seeded-random.ts'
import { generateLookalikes } from './matching/generate-lookalikes.ts'
import { generatePeople } from './matching/generate-people.ts'
import * as c from './matching/corrupt-person.ts'
import { measureAccuracy, toTold } from './matching/measure-accuracy.ts'
import { createMatcher } from '@send/shared/suspense/matching/match-children'
const r=createRandom(5)
const n=Number(process.argv[2]??4000)
const set=generateLookalikes(r,n)
console.log(await measureAccuracy(set))
const m=createMatcher(set.people.map(toTold),set.incoming.slice(0,2000).map(toTold))
let k=0;const why:any={}
for(const i of set.incoming){const [b]=m.match({...toTold(i),externalId:undefined});if(b?.decision==='automatic'&&set.people[b.place]?.external_id!==i.truth&&k++<20){const p=set.people[b.place]!;console.log(b.weight.toFixed(1),i.given_names,i.family_name,i.date_of_birth,i.postcode,'~',p.given_names,p.family_name,p.date_of_birth,p.postcode)}}
for(const how of ['ordinary','moderate'] as const){const all=generatePeople(r,n);const on=all.filter(()=>r.chance(.5));const ids=new Set(on.map(p=>p.external_id));const inc=all.map(p=>({...c.corruptPerson(r,p,c[how]),truth:ids.has(p.external_id)?p.external_id:undefined}))
console.log(how,await measureAccuracy({people:on,incoming:inc}))
const m=createMatcher(on.map(toTold),inc.slice(0,2000).map(toTold));const why:any={}
for(const i of inc){const [b]=m.match({...toTold(i),externalId:undefined});if(b&&i.truth&&on[b.place]?.external_id===i.truth&&b.decision!=='automatic'){const key=b.vetoes.join('+')||'weight '+(b.probability<.999);why[key]=(why[key]??0)+1}}
console.log(Object.entries(why).sort((a:any,b:any)=>b[1]-a[1]).slice(0,12))}
