using Restaurant.Graph.Platform.Reading;

namespace Restaurant.Graph.Tests.Platform.Reading;

public sealed class BoundedCacheTests
{
    private const int Capacity = 10;

    [Fact]
    public void What_is_kept_is_found()
    {
        var cache = new BoundedCache<string, string>(Capacity);
        cache.Keep("a", "1");
        Assert.Equal("1", cache.Find("a"));
        Assert.Null(cache.Find("b"));
    }

    [Fact]
    public void What_is_kept_again_replaces_what_was_there()
    {
        var cache = new BoundedCache<string, string>(Capacity);
        cache.Keep("a", "1");
        cache.Keep("a", "2");
        Assert.Equal("2", cache.Find("a"));
    }

    [Fact]
    public void Keys_are_told_apart_by_the_comparer()
    {
        var cache = new BoundedCache<string, string>(Capacity, StringComparer.OrdinalIgnoreCase);
        cache.Keep("a", "1");
        Assert.Equal("1", cache.Find("A"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    public void Never_more_than_two_generations_are_kept(int weight)
    {
        var cache = new BoundedCache<int, string>(Capacity);
        for (var key = 0; key < 1000; key++)
        {
            cache.Keep(key, "", weight);

            // One more than fits is what turns a generation.
            Assert.InRange(Enumerable.Range(0, key + 1).Count(kept => IsKept(cache, kept)), 1, 2 * ((Capacity / weight) + 1));
        }
    }

    [Fact]
    public void What_is_used_stays_however_much_comes_after_it()
    {
        var cache = new BoundedCache<int, string>(Capacity);
        cache.Keep(-1, "used");
        cache.Keep(-2, "unused");
        for (var key = 0; key < 1000; key++)
        {
            cache.Keep(key, "");
            Assert.Equal("used", cache.Find(-1));
        }

        Assert.Null(cache.Find(-2));
    }

    [Fact]
    public void What_was_kept_last_is_found_after_the_generations_turned()
    {
        var cache = new BoundedCache<int, string>(Capacity);
        for (var key = 0; key < 1000; key++)
        {
            cache.Keep(key, $"{key}");
            Assert.Equal($"{key}", cache.Find(key));
            Assert.Equal(key == 0 ? null : $"{key - 1}", cache.Find(key - 1));
        }
    }

    [Fact]
    public void What_is_too_heavy_is_not_kept()
    {
        var cache = new BoundedCache<string, string>(Capacity);
        cache.Keep("light", "1", Capacity);
        cache.Keep("heavy", "2", Capacity + 1);
        Assert.Null(cache.Find("heavy"));
        Assert.Equal("1", cache.Find("light"));
    }

    [Fact]
    public void Nothing_is_kept_without_a_capacity()
    {
        var cache = new BoundedCache<string, string>(0);
        cache.Keep("a", "1");
        Assert.Null(cache.Find("a"));
    }

    [Fact]
    public void What_gets_heavier_is_weighed_again()
    {
        var cache = new BoundedCache<int, string>(Capacity);
        for (var key = 0; key < Capacity; key++)
        {
            cache.Keep(key, "light");
        }

        for (var key = 0; key < Capacity; key++)
        {
            cache.Keep(key, "heavy", Capacity);
        }

        Assert.InRange(Enumerable.Range(0, Capacity).Count(key => cache.Find(key) == "heavy"), 1, 3);
    }

    [Fact]
    public async Task Many_at_once_find_what_they_kept_or_nothing()
    {
        var cache = new BoundedCache<int, string>(50);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(seed => Task.Run(() =>
        {
            var random = new Random(seed);
            for (var times = 0; times < 20_000; times++)
            {
                var key = random.Next(200);
                Assert.True(cache.Find(key) is not { } found || found == $"{key}");
                cache.Keep(key, $"{key}", 1 + (key % 5));
            }
        })));
        Assert.InRange(Enumerable.Range(0, 200).Count(key => IsKept(cache, key)), 1, 130);
    }

    private static bool IsKept(BoundedCache<int, string> cache, int key) => cache.Find(key) is not null;
}
