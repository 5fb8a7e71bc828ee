using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Reading.Oracle;

/// <summary>A day with a few dozen orders in every state that there is a way to, after which the menu is changed.</summary>
internal static class BusyDay
{
    private const int Orders = 45;

    private static readonly string?[] Notes =
    [
        null, "", "No onions", "100%_sure", "“Ada’s” 🎂 & <b>'quotes'</b> \"\\\"",
        "e\u0301 is not é", "a\tb\r\nc", "👩‍🍳 is three characters", "\u0001\u007f\u2028",
    ];

    /// <summary>Lives through it.</summary>
    public static async Task LiveAsync(RestaurantApp app)
    {
        var random = new Random(45);
        await StockAsync(app);
        await PeopleAsync(app);
        await ReservationsAsync(app);
        var dishes = await DishView.AllAsync(app.Client);
        for (var number = 0; number < Orders; number++)
        {
            app.Time.Advance(TimeSpan.FromMilliseconds(random.Next(1, 200_000)));
            var payload = await app.PlaceAsync(InputOf(random, number, Cart.Of(random, dishes, _ => 0, maxLines: 4)));
            Assert.True(payload["errors"] is null, payload.ToJsonString());
            await ServeAsync(app, random, number, payload["order"]!["id"]!.GetValue<string>());
        }

        foreach (var dish in random.GetItems(dishes.ToArray(), 12))
        {
            await app.DoAsync("markDishUnavailable", dish.Id);
        }

        await ChangeMenuAsync(app);
    }

    private static async Task PeopleAsync(RestaurantApp app)
    {
        await app.ExecuteAsync("""
            INSERT INTO "Staff" ("Name", "Role", "SecretHash", "Stamp", "LockedUntil", "IsRetired")
            VALUES ('Ada', 'MANAGER', '', 1, NULL, FALSE), ('Zoë', 'COOK', '', 1, '2026-03-14T23:30:00.000Z', FALSE), ('Bob', 'WAITER', '', 2, NULL, TRUE)
            """);
        var codes = (await app.Client.QueryAsync("{ tableCodes { code } }"))["tableCodes"]!.AsArray();
        foreach (var tableCode in codes.Select(code => code!["code"]!.GetValue<string>()).Take(4).Append(null))
        {
            await app.Client.QueryAsync("mutation($input: StartVisitInput!) { startVisit(input: $input) { accessToken { role } } }", new { input = new { tableCode } });
        }

        await app.Client.QueryAsync(
            "mutation($input: CloseVisitInput!) { closeVisit(input: $input) { visit { id } } }", new { input = new { visitId = Ids.Of("Visit", 2) } });
    }

    // A reservation in every state, none of those that are still booked due before the day is over, and a party that became a part of another.
    private static async Task ReservationsAsync(RestaurantApp app)
    {
        foreach (var (mutation, name, phone, partySize, days) in new[]
        {
            ("reserveTable", "Ada", "+1 555 0100", 20, 6), ("reserveTable", "Zoë 🎂", null, 2, 0), ("reserveTable", "Bob", null, 4, 6),
            ("reserveTable", "%_", "", 1, 0), ("joinWaitlist", "Eve", "0", 19, 6), ("joinWaitlist", "Ada", null, 20, 6),
        })
        {
            var starts = app.Time.GetUtcNow().AddDays(days);
            await app.Client.DoAsync(mutation, "reservationReceipt", new { name, phone = phone is "" ? null : phone, partySize, startsAt = starts });
        }

        await app.TryReservationAsync("cancelReservation", "reservation", Ids.Of("Reservation", 3));
        await app.TryReservationAsync("markNoShow", "reservation", Ids.Of("Reservation", 4));
        await app.TryReservationAsync("seatReservation", "visit", Ids.Of("Reservation", 2));
        var merged = (await app.SeatAsync("T9", 3)).Text("id");
        var into = (await app.SeatAsync("T10", 5)).Text("id");
        await app.Client.DoAsync("mergeVisits", "visit", new { idempotencyKey = Guid.NewGuid(), visitId = merged, expectedVersion = 1, intoVisitId = into });
        await app.TryTableAsync("takeTableOutOfService", "T12");
    }

    // The dishes keep their keys, and get recipes.
    private static async Task StockAsync(RestaurantApp app)
    {
        var before = MenuFiles.Seed()["ingredients"]!.AsArray().Count;
        await app.ImportAsync(WithRecipes(MenuFiles.Seed()));
        foreach (var (ingredient, quantity) in new[] { (1, 500_000), (2, 4_000), (2, 20) })
        {
            await app.Client.QueryAsync(
                "mutation($input: ReceiveDeliveryInput!) { receiveDelivery(input: $input) { ingredient { id } } }",
                new { input = new { idempotencyKey = Guid.NewGuid(), ingredientId = Ids.Of("Ingredient", before + ingredient), quantity } });
        }
    }

    private static JsonNode WithRecipes(JsonNode menu)
    {
        var ingredients = menu["ingredients"]!.AsArray();
        ingredients.Add(new JsonObject { ["key"] = "flour", ["name"] = "Flour", ["unit"] = "GRAM" });
        ingredients.Add(new JsonObject { ["key"] = "egg", ["name"] = "Egg 🥚", ["unit"] = "PIECE" });
        ingredients.Add(new JsonObject { ["key"] = "saffron", ["name"] = "Saffron", ["unit"] = "GRAM" });
        foreach (var (index, dish) in menu["categories"]!.AsArray().SelectMany(category => category!["dishes"]!.AsArray()).Index())
        {
            dish!["recipe"] = index % 3 == 0
                ? new JsonArray(
                    new JsonObject { ["ingredient"] = "flour", ["quantity"] = 10 + index },
                    new JsonObject { ["ingredient"] = "egg", ["quantity"] = 1 })
                : [];
        }

        return menu;
    }

    // All but the one that was left, and is not laid anew.
    private static readonly long[] UsedTables = [1, 3, 4, 5];

    private static object InputOf(Random random, int number, Cart cart) => new
    {
        idempotencyKey = Guid.NewGuid(),
        type = number % 3 == 0 ? "DINE_IN" : "TAKEAWAY",
        tableId = number % 3 == 0 ? Ids.Of("Table", UsedTables[random.Next(UsedTables.Length)]) : null,
        note = Notes[number % Notes.Length],
        lines = cart.Lines.Select(line => new
        {
            dishId = line.Dish.Id,
            quantity = line.Quantity,
            modifierIds = line.Modifiers.Select(modifier => modifier.Id),
            note = Notes[random.Next(Notes.Length)],
        }),
    };

    private static async Task ServeAsync(RestaurantApp app, Random random, int number, string order)
    {
        var reason = Notes[random.Next(Notes.Length)];
        if (number % 9 == 0)
        {
            await EndAsync(app, "rejectOrder", order, reason);
        }

        if (number % 9 is 0 or 1)
        {
            return;
        }

        await app.DoAsync("acceptOrder", order);
        app.Time.Advance(TimeSpan.FromSeconds(random.Next(100)));
        await PayAsync(app, number, order);
        var steps = number % 9;
        foreach (var ticket in (await app.TicketsAsync(order)).Take(steps is 2 ? 0 : steps is 3 ? 1 : int.MaxValue))
        {
            await app.DoAsync("startTicket", ticket);
            app.Time.Advance(TimeSpan.FromSeconds(random.Next(1000)));
            if (steps > 4)
            {
                await app.DoAsync("bumpTicket", ticket);
            }
        }

        await (steps switch
        {
            6 => app.DoAsync("recallTicket", (await app.TicketsAsync(order))[0]),
            7 => EndAsync(app, "cancelOrder", order, string.IsNullOrWhiteSpace(reason) ? "Left" : reason),
            8 => app.DoAsync("fulfillOrder", order),
            _ => Task.CompletedTask,
        });
    }

    private static async Task PayAsync(RestaurantApp app, int number, string order)
    {
        if (number % 4 == 0)
        {
            return;
        }

        var paid = (await app.PayAsync(order, amount: 2.5m, tip: number % 3, authorizeOnly: number % 5 == 0))["payment"]!.Text("id");
        if (number % 6 == 1)
        {
            await app.MutateAsync("refundPayment", new { idempotencyKey = Guid.NewGuid(), paymentId = paid, amount = 1m, reason = Notes[number % Notes.Length] ?? "Cold" }, "payment { id }");
        }
    }

    private static async Task EndAsync(RestaurantApp app, string mutation, string order, string? reason) => await app.Client.QueryAsync(
        $"mutation($input: {Documents.InputOf(mutation)}!) {{ {mutation}(input: $input) {{ order {{ id }} }} }}",
        new { input = new { idempotencyKey = Guid.NewGuid(), orderId = order, expectedVersion = await app.VersionAsync(order), reason } });

    // What has left the menu is still on orders.
    private static async Task ChangeMenuAsync(RestaurantApp app)
    {
        var menu = WithRecipes(MenuFiles.Seed());
        foreach (var category in menu["categories"]!.AsArray())
        {
            category!["dishes"]!.AsArray().RemoveAt(0);
        }

        foreach (var group in menu["modifierGroups"]!.AsArray().Where(group => group!["modifiers"]!.AsArray().Count > 4))
        {
            group!["modifiers"]!.AsArray().RemoveAt(1);
        }

        // A table leaves with its party.
        await app.Client.DoAsync("closeVisit", "visit", new { visitId = Ids.Of("Visit", 3), leaveUnpaid = true });
        menu["tables"]!.AsArray().RemoveAt(2);
        await app.ImportAsync(menu);
    }
}
