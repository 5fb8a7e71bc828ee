using Restaurant.Bench.Contenders;
using Restaurant.Bench.Contenders.AdoNet;
using Restaurant.Bench.Contenders.AdoNet.Orders;
using Restaurant.Bench.Contenders.AdoNet.Streams;
using Restaurant.Bench.Contenders.EntityFramework;

return args switch
{
    ["fixed", var url, var answers] => await Site.RunAsync(url, FixedAnswers.Load(answers)),
    ["adonet", var url, var database] => await Site.RunAsync(url, new AdoNetAnswers(database)),
    ["orders", var url, var database] => await OrderSite.RunAsync(url, database),
    ["each", var url, var database] => await EachSite.RunAsync(url, database),
    ["ef", var url, var database] => await EfSite.RunAsync(url, database),
    ["static", var url] => await Site.RunStaticAsync(url),
    _ => Site.Usage(),
};
