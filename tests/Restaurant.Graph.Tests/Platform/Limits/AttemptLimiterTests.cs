using Microsoft.Extensions.Time.Testing;
using Restaurant.Graph.Platform.Limits;

namespace Restaurant.Graph.Tests.Platform.Limits;

/// <summary>Attempts are counted by key, and come back one by one.</summary>
public sealed class AttemptLimiterTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 14, 23, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_key_has_its_attempts_at_once_and_then_one_by_one()
    {
        var limiter = Limiter(limit: 5);
        Assert.All(Enumerable.Range(0, 5), _ => Assert.Null(limiter.Take("Ada")));
        Assert.Equal(_time.GetUtcNow() + TimeSpan.FromMinutes(1), limiter.Take("Ada"));
        Assert.Null(limiter.Take("Bob"));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(limiter.Take("Ada"));
        Assert.NotNull(limiter.Take("Ada"));
        _time.Advance(TimeSpan.FromHours(1));
        Assert.All(Enumerable.Range(0, 5), _ => Assert.Null(limiter.Take("Ada")));
        Assert.NotNull(limiter.Take("Ada"));
    }

    [Fact]
    public void What_is_given_back_can_be_taken_again()
    {
        var limiter = Limiter(limit: 1);
        Assert.Null(limiter.Take("Ada"));
        limiter.GiveBack("Ada");
        limiter.GiveBack("Bob");
        Assert.Null(limiter.Take("Ada"));
        Assert.NotNull(limiter.Take("Ada"));
    }

    [Fact]
    public void Of_attempts_at_the_same_moment_no_more_are_let_through()
    {
        var limiter = Limiter(limit: 5);
        var taken = 0;
        Parallel.For(0, 1_000, _ => Interlocked.Add(ref taken, limiter.Take("Ada") is null ? 1 : 0));
        Assert.Equal(5, taken);
    }

    [Fact]
    public void It_counts_so_many_keys_and_forgets_those_that_have_all_attempts()
    {
        var limiter = new AttemptLimiter(limit: 5, TimeSpan.FromMinutes(5), _time, maxKeys: 2_000);
        Assert.All(Enumerable.Range(0, 2_000), key => Assert.Null(limiter.Take($"{key}")));
        Assert.Equal(_time.GetUtcNow() + TimeSpan.FromMinutes(1), limiter.Take("one more"));
        Assert.Null(limiter.Take("7"));
        _time.Advance(TimeSpan.FromMinutes(5));
        Assert.Null(limiter.Take("one more"));
    }

    [Fact]
    public void Without_a_limit_nothing_is_refused()
    {
        var limiter = Limiter(limit: 0);
        Assert.All(Enumerable.Range(0, 100), _ => Assert.Null(limiter.Take("Ada")));
        limiter.GiveBack("Ada");
    }

    private AttemptLimiter Limiter(int limit) => new(limit, TimeSpan.FromMinutes(5), _time);
}
