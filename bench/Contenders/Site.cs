using System.Buffers;

namespace Restaurant.Bench.Contenders;

/// <summary>The smallest ASP.NET Core application that answers a contender's requests.</summary>
internal static class Site
{
    /// <summary>Answers POST /graphql until the process is told to stop.</summary>
    public static Task<int> RunAsync(string url, IAnswers answers) =>
        RunAsync(url, static _ => { }, app => app.MapPost("/graphql", context => AnswerAsync(context, answers)));

    /// <summary>Serves what an application maps until the process is told to stop.</summary>
    public static async Task<int> RunAsync(string url, Action<IServiceCollection> add, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        add(builder.Services);
        await using var app = builder.Build();
        map(app);
        await app.RunAsync();
        return 0;
    }

    /// <summary>The whole body of a request, which has to be given back to its reader.</summary>
    public static async ValueTask<ReadOnlySequence<byte>> ReadAsync(HttpContext context)
    {
        var reader = context.Request.BodyReader;
        var read = await reader.ReadAsync(context.RequestAborted);
        while (!read.IsCompleted)
        {
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await reader.ReadAsync(context.RequestAborted);
        }

        return read.Buffer;
    }

    /// <summary>Serves the files of wwwroot: what an ASP.NET Core site needs to start at all.</summary>
    public static async Task<int> RunStaticAsync(string url)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        await using var app = builder.Build();
        app.UseDefaultFiles();
        app.UseStaticFiles();
        await app.RunAsync();
        return 0;
    }

    /// <summary>Says how it is called.</summary>
    public static int Usage()
    {
        Console.Error.WriteLine("Contenders fixed URL ANSWERS | adonet, orders, each or ef URL DATABASE | static URL");
        return 1;
    }

    private static async Task AnswerAsync(HttpContext context, IAnswers answers)
    {
        var body = await ReadAsync(context);
        answers.Answer(body, context.Response);
        context.Request.BodyReader.AdvanceTo(body.End);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }
}
