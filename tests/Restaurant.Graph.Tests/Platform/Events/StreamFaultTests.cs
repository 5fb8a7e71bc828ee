using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Reading.Sql;
using Restaurant.Graph.Platform.Reading.Sql.PostgreSql;
using Restaurant.Graph.Platform.Reading.Sql.Sqlite;
using Restaurant.Graph.Platform.Storage;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Events;

/// <summary>Whichever access to the store fails, a stream answers, and leaves no id or socket behind.</summary>
public sealed class StreamFaultTests
{
    private const string Resumed = """subscription { onOrdersChanged(after: "AAAAAAAAAAA") { cursor order { number } } }""";
    private const string Latest = "subscription { onOrdersChanged { cursor order { number } } }";

    // More than there are accesses until a stream has begun.
    private const int MaxAccesses = 30;

    [Theory]
    [InlineData(Resumed, true)]
    [InlineData(Resumed, false)]
    [InlineData(Latest, true)]
    [InlineData(Latest, false)]
    public async Task A_stream_answers_whichever_access_to_the_store_fails(string query, bool isOfStore)
    {
        var store = new FailingStore(() => isOfStore ? new SqliteException("disk I/O error", 10) : new InvalidOperationException("Something else"));
        await using var app = await RestaurantApp.OpenAsync(services => Fail(services, store));
        await app.PlaceAsync(Steps.Pizza);
        await using var socket = await SocketClient.InitAsync(app.Endpoint);
        var hasFailed = true;
        for (var accesses = 0; hasFailed; accesses++)
        {
            Assert.InRange(accesses, 0, MaxAccesses);
            store.Arm(accesses);
            hasFailed = await AnswersAsync(socket, query, isOfStore ? "STORE_UNAVAILABLE" : "INTERNAL_ERROR") || store.HasFailed;
            store.Arm(int.MaxValue);
        }
    }

    // True if the answer is an error.
    private static async Task<bool> AnswersAsync(SocketClient socket, string query, string code)
    {
        await socket.SubscribeAsync("1", query);
        var message = await socket.ReceiveAsync();
        Assert.NotNull(message);
        Assert.Equal("1", message.Text("id"));
        if (message.Text("type") == "error")
        {
            Assert.Equal(code, message["payload"]![0]!["extensions"]!.Text("code"));
            return true;
        }

        await socket.SendAsync(new { type = "complete", id = "1" });
        await socket.SendAsync(new { type = "ping" });
        while ((await socket.ReceiveAsync())?.Text("type") != "pong")
        {
        }

        return message["payload"]!["errors"] is not null;
    }

    private static void Fail(IServiceCollection services, FailingStore store)
    {
        services.ConfigureDbContext<SqliteDb>(options => options.AddInterceptors(store)).ConfigureDbContext<PostgreSqlDb>(options => options.AddInterceptors(store));
        services.AddSingleton<ReadConnections>(provider => new FailingConnections(
            provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.Provider == DatabaseProvider.PostgreSql
                ? provider.GetRequiredService<PostgreSqlReadConnections>()
                : provider.GetRequiredService<SqliteReadConnections>(),
            store));
    }
}
