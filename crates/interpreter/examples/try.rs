fn main(){ let p=std::env::args().nth(1).unwrap(); let t=std::fs::read_to_string(&p).unwrap();
let n=charter::Network::read([(p.clone(),t)],[]);
for s in n.sources(){ for d in &s.diagnostics{ println!("{:?} {:?} `{}`",d.code,d.args,s.text.get(d.at.range()).unwrap_or("")); } }
let i=interpreter::Interpreter::new(&n);
for s in n.sources(){ for t in &s.tests{ let o=interpreter::testing::run(&n,&i,t,&[]); println!("== {} {}",o.title,o.answers.len()); for f in &o.failures{println!("  FAIL {:?} {:?}",f.code,f.args);} for a in &o.answers{ println!("  {} h={:?}",a.value,a.horizon); fn p(n:&charter::Node,d:usize){println!("{}- {} {:?} [{}] {}"," ".repeat(d),n.reason.as_str(),n.with,n.clause.as_ref().map(|c|c.to_string()).unwrap_or_default(),n.act.clone().unwrap_or_default());for c in &n.because{p(c,d+2)}} for n in &a.because{p(n,6)} for r in &a.would_change{println!("      ~ {r}")} } } } }
