using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Graph.Dining;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Writing;
using Restaurant.Graph.Tests.Faults;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Writing;

/// <summary>Many share a commit, and each is on its own all the same.</summary>
public sealed class WriteQueueTests
{
    [Theory]
    [InlineData("!ABC")]
    [InlineData("A!BC")]
    [InlineData("AB!!C")]
    [InlineData("!A!B!C!")]
    public async Task Those_that_fail_fail_alone(string group)
    {
        await using var app = await RestaurantApp.OpenAsync();
        var (queue, hold) = (app.Services.GetRequiredService<WriteQueue>(), new TaskCompletionSource());
        Task[] writes = [.. group.Select(code => code == '!' ? FailAsync(queue, hold.Task) : AddAsync(queue, $"{code}", hold.Task))];
        hold.SetResult();
        foreach (var (code, write) in group.Zip(writes))
        {
            await (code == '!' ? Assert.ThrowsAsync<InvalidOperationException>(() => write) : write);
        }

        Assert.Equal(["A", "B", "C"], await CodesAsync(app));
    }

    [Fact]
    public async Task One_that_breaks_a_rule_of_the_store_fails_alone()
    {
        await using var app = await RestaurantApp.OpenAsync();
        var (queue, hold) = (app.Services.GetRequiredService<WriteQueue>(), new TaskCompletionSource());
        var first = AddAsync(queue, "A", hold.Task);
        var twice = AddAsync(queue, "A", Task.CompletedTask);
        var last = AddAsync(queue, "C", Task.CompletedTask);
        hold.SetResult();
        await first;
        await last;
        await Assert.ThrowsAnyAsync<Exception>(() => twice);
        Assert.Equal(["A", "C"], await CodesAsync(app));
    }

    [Fact]
    public async Task One_that_is_given_up_before_its_turn_is_not_done()
    {
        await using var app = await RestaurantApp.OpenAsync();
        var (queue, hold) = (app.Services.GetRequiredService<WriteQueue>(), new TaskCompletionSource());
        using var enough = new CancellationTokenSource();
        var first = AddAsync(queue, "A", hold.Task);
        var given = AddAsync(queue, "B", Task.CompletedTask, enough.Token);
        await enough.CancelAsync();
        hold.SetResult();
        await first;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        Assert.Equal(["A"], await CodesAsync(app));
    }

    [Fact]
    public async Task Nobody_is_told_before_it_is_stored()
    {
        await using var app = await RestaurantApp.OpenAsync();
        var (queue, hold) = (app.Services.GetRequiredService<WriteQueue>(), new TaskCompletionSource());
        var first = AddAsync(queue, "A", Task.CompletedTask);
        await first;
        var (second, third) = (AddAsync(queue, "B", Task.CompletedTask), AddAsync(queue, "C", hold.Task));
        var seen = await CodesAsync(app);
        Assert.True(seen is ["A"] ? !third.IsCompleted : seen is ["A", "B"] && !third.IsCompleted);
        hold.SetResult();
        await Task.WhenAll(second, third);
        Assert.Equal(["A", "B", "C"], await CodesAsync(app));
    }

    [Fact]
    public async Task What_comes_when_too_many_wait_is_refused_at_once()
    {
        await using var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, "--Writing:MaxWaiting=1");
        var (queue, hold) = (app.Services.GetRequiredService<WriteQueue>(), new TaskCompletionSource());
        var writing = await HoldAsync(queue, hold.Task);
        var waiting = AddAsync(queue, "A", Task.CompletedTask);
        var refused = await app.Client.SendAsync(Documents.PlaceOrder, Documents.Margheritas());
        Assert.Equal("SERVER_BUSY", refused["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
        hold.SetResult();
        await writing;

        // The one place may have been that of one of the server's own rounds at its start.
        await ((Task)waiting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        for (var times = 0; (await app.Client.SendAsync(Documents.PlaceOrder, Documents.Margheritas()))["errors"] is { } errors; times++)
        {
            Assert.Equal("SERVER_BUSY", errors[0]!["extensions"]!["code"]!.GetValue<string>());
            Assert.True(times < 200, "Nobody is let in any more.");
        }
    }

    // Has its turn, and keeps it. The server's own rounds take the one place there is, too.
    private static async Task<Task> HoldAsync(WriteQueue queue, Task hold)
    {
        while (true)
        {
            await Wait.UntilAsync(() => queue.IsOpen);
            var begun = new TaskCompletionSource();
            var writing = queue.RunAsync(
                async _ =>
                {
                    begun.SetResult();
                    await hold;
                    return 0;
                },
                CancellationToken.None);
            if (await Task.WhenAny(begun.Task, writing) == begun.Task)
            {
                return writing;
            }

            await Assert.ThrowsAsync<StoreError>(() => writing);
        }
    }

    private static Task<IReadOnlyList<MutationError>> AddAsync(WriteQueue queue, string code, Task hold, CancellationToken cancellationToken = default) => queue.RunAsync(
        async services =>
        {
            await hold;
            return await services.GetRequiredService<UnitOfWork>().RunAsync(() => Task.FromResult<Outcome<DiningTable>>(Add(services, code)));
        },
        cancellationToken);

    private static Task FailAsync(WriteQueue queue, Task hold) => queue.RunAsync<int>(
        async services =>
        {
            await hold;
            Add(services, "F");
            await services.GetRequiredService<DbContext>().SaveChangesAsync();
            throw new InvalidOperationException("no");
        },
        CancellationToken.None);

    private static DiningTable Add(IServiceProvider services, string code)
    {
        var table = new DiningTable { Code = code };
        services.GetRequiredService<DbContext>().Add(table);
        return table;
    }

    private static async Task<IReadOnlyList<string>> CodesAsync(RestaurantApp app) =>
    [
        .. (await app.Client.QueryAsync("{ tables { code } }"))["tables"]!.AsArray()
            .Select(table => table!["code"]!.GetValue<string>()).Where(code => code.Length == 1).Order(StringComparer.Ordinal),
    ];
}
