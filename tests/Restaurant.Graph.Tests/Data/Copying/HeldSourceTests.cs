using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data.Copying;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Data.Copying;

/// <summary>What is copied stands still meanwhile.</summary>
[Trait("Store", "File")]
public sealed class HeldSourceTests
{
    [Fact]
    public async Task Nobody_writes_to_what_is_copied_and_everybody_reads_it()
    {
        await using var source = new TestFile(await Database.CopyAsync());
        await using var app = await RestaurantApp.OpenAsync([RestaurantApp.AlwaysOpen, "--Writing:LockTimeout=00:00:00.100", .. source.Settings]);
        await LivedIn.OrderAsync(app);
        var newest = await LivedIn.NewestAsync(app);
        await using (var held = Copies.Open(source, CopySide.Source))
        {
            await held.Database.OpenConnectionAsync();
            await held.HoldAsync(CancellationToken.None);
            var refused = await app.Client.SendAsync(Documents.PlaceOrder, Documents.Margheritas());
            Assert.Equal("STORE_LOCKED", refused["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
            Assert.Equal(newest, await LivedIn.NewestAsync(app));
        }

        await LivedIn.OrderAsync(app);
        Assert.Equal(newest + 1, await LivedIn.NewestAsync(app));
    }
}
