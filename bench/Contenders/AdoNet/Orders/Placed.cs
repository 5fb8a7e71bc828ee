namespace Restaurant.Bench.Contenders.AdoNet.Orders;

/// <summary>What came of an order: what is told of it, or the name of the error that kept it from being placed.</summary>
internal sealed record Placed(long Id, long Number, string Status, long Version, long Total, string? Error = null)
{
    /// <summary>The number of the event; 0 if there is none, because the order was placed before.</summary>
    public long Event { get; init; }

    /// <summary>It was not placed.</summary>
    public static Placed Not(string error) => new(0, 0, "", 0, 0, error);

    /// <summary>Writes the answer.</summary>
    public void Write(JsonBytes json)
    {
        json.Raw("""{"data":{"placeOrder":{"order":"""u8);
        if (Error is not null)
        {
            json.Raw("""null,"errors":[{"__typename":"""u8);
            json.Text(System.Text.Encoding.UTF8.GetBytes(Error));
            json.Raw("}]}}}"u8);
            return;
        }

        json.Raw("""{"id":"""u8);
        json.Id("Order:"u8, Id);
        json.Raw(""","number":"""u8);
        json.Number(Number);
        json.Raw(""","status":"""u8);
        json.Text(System.Text.Encoding.UTF8.GetBytes(Status));
        json.Raw(""","version":"""u8);
        json.Number(Version);
        json.Raw(""","total":{"minorUnits":"""u8);
        json.Number(Total);
        json.Raw("""}},"errors":null}}}"""u8);
    }
}
