using Restaurant.Bench.Contenders;
using Restaurant.Bench.Contenders.AdoNet;

return args switch
{
    ["fixed", var url, var answers] => await Site.RunAsync(url, FixedAnswers.Load(answers)),
    ["adonet", var url, var database] => await Site.RunAsync(url, new AdoNetAnswers(database)),
    ["static", var url] => await Site.RunStaticAsync(url),
    _ => Site.Usage(),
};
