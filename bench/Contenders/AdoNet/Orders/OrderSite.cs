using System.Buffers;
using System.Collections.Concurrent;

namespace Restaurant.Bench.Contenders.AdoNet.Orders;

/// <summary>Takes orders: what somebody would write by hand who knows that a commit is what costs time.</summary>
internal static class OrderSite
{
    private static readonly ConcurrentStack<JsonBytes> Idle = new();

    /// <summary>Answers POST /graphql until the process is told to stop.</summary>
    public static Task<int> RunAsync(string url, string database)
    {
        var writer = new OrderWriter(database, static _ => { });
        return Site.RunAsync(url, static _ => { }, app => Map(app, writer));
    }

    /// <summary>Maps the endpoint.</summary>
    public static void Map(WebApplication app, OrderWriter writer) => app.MapPost("/graphql", context => PlaceAsync(context, writer));

    private static async Task PlaceAsync(HttpContext context, OrderWriter writer)
    {
        var body = await Site.ReadAsync(context);
        var request = OrderRequest.Read(body);
        context.Request.BodyReader.AdvanceTo(body.End);
        Write(await writer.PlaceAsync(request), context.Response);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    private static void Write(Placed placed, HttpResponse response)
    {
        var json = Idle.TryPop(out var idle) ? idle : new JsonBytes();
        json.Clear();
        placed.Write(json);
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = json.Written.Length;
        response.BodyWriter.Write(json.Written);
        Idle.Push(json);
    }
}
