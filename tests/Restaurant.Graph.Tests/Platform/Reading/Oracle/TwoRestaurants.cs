using System.Text;
using System.Text.Json;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Graph.Tests.Platform.Reading.Oracle.Checking;
using Restaurant.Graph.Tests.Platform.Reading.Oracle.Generation;
using Restaurant.Graph.Tests.Platform.Reading.Oracle.Syntax;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Reading.Oracle;

/// <summary>Two servers over the same file on a day with much to do: one that reads by plans, and one that resolves field by field.</summary>
public sealed class TwoRestaurants : IAsyncLifetime
{
    private TestStore? _store;
    private (RestaurantApp Planned, RestaurantApp Resolved, StatementCounter Counter, Surroundings Surroundings)? _open;

    /// <summary>What there is to be asked for.</summary>
    internal Surroundings Surroundings => Open.Surroundings;

    // What is compared may be larger than anybody may ask for.
    private static readonly string[] Unlimited =
    [
        "--Limits:MaxTokens=1000000", "--Limits:MaxFields=100000", "--Limits:MaxExpandedFields=1000000", "--Limits:MaxSameKeys=10000", "--Limits:MaxFragments=10000",
        "--Limits:MaxSpreads=100000", "--Limits:MaxDepth=100", "--Limits:MaxValueDepth=60", "--Limits:MaxListItems=100000", "--Limits:MaxAliases=10000",
        "--Limits:MaxDirectives=10000", "--Limits:MaxMergedFragments=100000", "--Limits:MaxValues=1000000", "--Limits:MaxFilterConditions=2000",
        "--Limits:MaxFilterNavigations=30", "--Limits:MaxNavigationDepth=20", "--Limits:MaxSortKeys=100", "--Limits:MaxLists=10000",
    ];

    /// <summary>The rules of the engine.</summary>
    internal Validity Validity => new(Open.Resolved.Services);

    /// <summary>How many operations were read by plans.</summary>
    internal int ReadByPlans => Open.Counter.Operations;

    private (RestaurantApp Planned, RestaurantApp Resolved, StatementCounter Counter, Surroundings Surroundings) Open =>
        _open ?? throw new InvalidOperationException("The restaurants are not open.");

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        _store = await TestStore.NewAsync();
        var resolved = await RestaurantApp.OverAsync(_store, null, [RestaurantApp.AlwaysOpen, "--Reading:Plans=false", .. Unlimited]);
        await BusyDay.LiveAsync(resolved);
        var planned = await RestaurantApp.OverAsync(_store, null, [RestaurantApp.AlwaysOpen, "--Reading:Cache=false", .. Unlimited]);
        planned.Time.SetUtcNow(resolved.Time.GetUtcNow());
        var surroundings = await new Survey(resolved.Services.GetRequiredService<ISchema>(), resolved.Client).MakeAsync();
        _open = (planned, resolved, new StatementCounter(planned), surroundings);
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        Open.Counter.Dispose();
        await Open.Planned.DisposeAsync();
        await Open.Resolved.DisposeAsync();
        await (_store?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    /// <summary>A comparison of what they answer: status, headers and every byte of the body.</summary>
    internal Comparison Compare() => new(request => AnswerAsync(Open.Resolved, request), request => AnswerAsync(Open.Planned, request));

    /// <summary>What they answer to one request: the one that resolves, and the one that plans.</summary>
    internal async Task<(string Resolved, string Planned)> AskAsync(Request request) =>
        (await AnswerAsync(Open.Resolved, request), await AnswerAsync(Open.Planned, request));

    private static async Task<string> AnswerAsync(RestaurantApp app, Request request)
    {
        using var message = request.ByGet
            ? new HttpRequestMessage(HttpMethod.Get, $"{app.Endpoint}?{QueryOf(request)}")
            : new HttpRequestMessage(HttpMethod.Post, app.Endpoint) { Content = new StringContent(BodyOf(request), Encoding.UTF8, "application/json") };
        message.Headers.TryAddWithoutValidation("Accept", request.Accept);
        message.Headers.TryAddWithoutValidation("Accept-Language", request.AcceptLanguage);
        using var response = await app.Client.Http.SendAsync(message);
        return $"""
            {(int)response.StatusCode} {response.Content.Headers.ContentType}, {response.Headers.CacheControl} {response.Headers.ETag} {response.Content.Headers.ContentLanguage}
            {WireAnswer.TraceIds().Replace(await response.Content.ReadAsStringAsync(), "")}
            """;
    }

    private static string QueryOf(Request request) =>
        $"query={Uri.EscapeDataString(request.Query)}&variables={Uri.EscapeDataString(request.Variables)}"
        + (request.OperationName is null ? "" : $"&operationName={request.OperationName}");

    // Written by hand since the variables are JSON already.
    private static string BodyOf(Request request) =>
        $$"""
        {
          "query": {{JsonSerializer.Serialize(request.Query)}},
          "operationName": {{JsonSerializer.Serialize(request.OperationName)}},
          "variables": {{request.Variables}}
        }
        """;
}

/// <summary>Tests that share the two.</summary>
[CollectionDefinition(nameof(TwoRestaurants))]
public sealed class SharedRestaurants : ICollectionFixture<TwoRestaurants>;
