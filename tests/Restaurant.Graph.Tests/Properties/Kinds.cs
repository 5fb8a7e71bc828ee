using Restaurant.Graph.Tests.Faults;

namespace Restaurant.Graph.Tests.Properties;

/// <summary>What has to have happened in a sequence of deeds for it to show anything, each with the query that finds it.</summary>
internal static class Kinds
{
    /// <summary>All of them.</summary>
    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Something was promised"] = """SELECT 1 FROM "OrderLineIngredients" LIMIT 1""",
        ["Something was promised with a modifier"] = """
            SELECT 1 FROM "OrderLineIngredients" taken JOIN "OrderLineModifiers" chosen ON chosen."OrderLineId" = taken."OrderLineId"
            JOIN "ModifierRecipeItems" recipe ON recipe."ModifierId" = chosen."ModifierId" AND recipe."IngredientId" = taken."IngredientId" LIMIT 1
            """,
        ["Something was promised and is no more"] = """
            SELECT 1 FROM "OrderLineIngredients" taken JOIN "OrderLines" line ON line."Id" = taken."OrderLineId" WHERE line."Status" = 'VOIDED' AND line."FiredAt" IS NULL LIMIT 1
            """,
        ["A delivery came"] = Movement("DELIVERY"),
        ["Something was used"] = Movement("CONSUMPTION"),
        ["Something was wasted"] = Movement("WASTE"),
        ["Something was made for nobody"] = """
            SELECT 1 FROM "OrderLineIngredients" taken JOIN "OrderLines" line ON line."Id" = taken."OrderLineId" WHERE line."Status" = 'VOIDED' AND line."FiredAt" IS NOT NULL LIMIT 1
            """,
        ["Something was counted"] = Movement("COUNT"),
        ["A size was ordered"] = """SELECT 1 FROM "OrderLines" WHERE "SizeName" IS NOT NULL LIMIT 1""",
        ["A table was ordered for"] = """SELECT 1 FROM "Orders" WHERE "TableId" IS NOT NULL AND "VisitId" IS NOT NULL LIMIT 1""",
        ["An order was scheduled"] = """SELECT 1 FROM "Orders" WHERE "ScheduledFor" IS NOT NULL LIMIT 1""",
        ["An order expired"] = """SELECT 1 FROM "Orders" WHERE "Status" = 'EXPIRED' LIMIT 1""",
        ["An order was completed"] = """SELECT 1 FROM "Orders" WHERE "Status" = 'COMPLETED' LIMIT 1""",
        ["Something was taken off an order"] = """SELECT 1 FROM "Orders" WHERE "Discount" > 0 LIMIT 1""",
        ["An order was charged for service"] = """SELECT 1 FROM "Orders" WHERE "ServiceCharge" > 0 LIMIT 1""",
        ["An allergen was acknowledged"] = """SELECT 1 FROM "OrderLines" WHERE CAST("AcknowledgedAllergens" AS text) NOT IN ('[]', '{}') LIMIT 1""",
        ["A tip was given"] = """SELECT 1 FROM "Payments" WHERE "Tip" > 0 AND "Status" = 'CAPTURED' LIMIT 1""",
        ["Money was paid back"] = """SELECT 1 FROM "Refunds" LIMIT 1""",
        ["A ticket was closed with its day"] = """SELECT 1 FROM "Tickets" WHERE "Status" = 'COMPLETED' AND "ReadyAt" IS NULL LIMIT 1""",
        ["A party became a part of another"] = """SELECT 1 FROM "Visits" WHERE "MergedIntoId" IS NOT NULL LIMIT 1""",
        ["A party that had reserved came"] = """SELECT 1 FROM "Visits" WHERE "ReservationId" IS NOT NULL LIMIT 1""",
    };

    /// <summary>Those that have not.</summary>
    public static IReadOnlyList<string> Missing(LogBook book) => [.. All.Where(kind => book.Rows(kind.Value).Count == 0).Select(kind => kind.Key)];

    private static string Movement(string kind) => $"""SELECT 1 FROM "StockMovements" WHERE "Kind" = '{kind}' LIMIT 1""";
}
