namespace Restaurant.Graph.Rush;

/// <summary>Puts an evening together: who comes when, and who works.</summary>
internal static class Evening
{
    private const double GuestsAnHour = 44;
    private const double MaxHours = 4.5;
    private const int MaxParty = 8;
    private const int TakeawayPercent = 25;
    private const int GuestsOfAWaiter = 40;

    /// <summary>Plays it.</summary>
    /// <param name="night">What all share.</param>
    /// <param name="guests">How many people come.</param>
    /// <param name="display">Shows how it goes.</param>
    /// <param name="cancellationToken">Breaks off.</param>
    public static async Task PlayAsync(Night night, int guests, Display display, CancellationToken cancellationToken)
    {
        var hours = Math.Clamp(guests / GuestsAnHour, 0.5, MaxHours);
        for (var left = guests; left > 0;)
        {
            var size = Math.Min(left, SizeOf(night.Chance));
            night.Agenda.Add(new Party(night, size, atTable: !night.Chance.Happens(TakeawayPercent)).LiveAsync(), night.Chance.Arrival(hours));
            night.Tally.PartiesExpected++;
            left -= size;
        }

        for (var waiter = 0; waiter <= guests / GuestsOfAWaiter; waiter++)
        {
            night.Agenda.Add(new Waiter(night).LiveAsync(), night.Chance.Seconds(0, 60));
        }

        foreach (var station in (await night.Team.Manager.AskAsync("{ stations { id name capacity } }")).List("stations"))
        {
            night.Agenda.Add(new Crew(night, station).LiveAsync(), night.Chance.Seconds(0, 60));
        }

        night.Agenda.Add(new StoreRoom(night).LiveAsync(), TimeSpan.Zero);
        await night.Agenda.RunAsync(display.Show, cancellationToken);
    }

    // Most come in twos.
    private static int SizeOf(Chance chance) => chance.Happens(45) ? 2 : chance.Between(1, MaxParty);
}
