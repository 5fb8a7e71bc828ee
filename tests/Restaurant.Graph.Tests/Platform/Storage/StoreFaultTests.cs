using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Tests.Platform.Storage;

/// <summary>One mapping tells clients what a fault of either database means.</summary>
public sealed class StoreFaultTests
{
    [Theory]
    [InlineData("08006", "STORE_UNAVAILABLE")]
    [InlineData("08P01", "STORE_UNAVAILABLE")]
    [InlineData("25006", "STORE_UNAVAILABLE")]
    [InlineData("25P03", "STORE_UNAVAILABLE")]
    [InlineData("28P01", "STORE_UNAVAILABLE")]
    [InlineData("3D000", "STORE_UNAVAILABLE")]
    [InlineData("53200", "STORE_UNAVAILABLE")]
    [InlineData("53300", "STORE_UNAVAILABLE")]
    [InlineData("57014", "STORE_UNAVAILABLE")]
    [InlineData("57P01", "STORE_UNAVAILABLE")]
    [InlineData("57P02", "STORE_UNAVAILABLE")]
    [InlineData("57P03", "STORE_UNAVAILABLE")]
    [InlineData("58030", "STORE_UNAVAILABLE")]
    [InlineData("XX001", "STORE_UNAVAILABLE")]
    [InlineData("53100", "STORE_FULL")]
    [InlineData("40001", "STORE_LOCKED")]
    [InlineData("40P01", "STORE_LOCKED")]
    [InlineData("55P03", "STORE_LOCKED")]
    [InlineData("23505", null)]
    [InlineData("42P01", null)]
    [InlineData("22P02", null)]
    [InlineData("XX000", null)]
    public void PostgreSQL_is_known_by_its_states(string state, string? code) =>
        AssertCode(code, new PostgresException("It failed", "ERROR", "ERROR", state));

    [Theory]
    [InlineData(5, "STORE_LOCKED")]
    [InlineData(6, "STORE_LOCKED")]
    [InlineData(15, "STORE_LOCKED")]
    [InlineData(13, "STORE_FULL")]
    [InlineData(7, "STORE_UNAVAILABLE")]
    [InlineData(8, "STORE_UNAVAILABLE")]
    [InlineData(10, "STORE_UNAVAILABLE")]
    [InlineData(11, "STORE_UNAVAILABLE")]
    [InlineData(14, "STORE_UNAVAILABLE")]
    [InlineData(26, "STORE_UNAVAILABLE")]
    [InlineData(1, null)]
    [InlineData(19, null)]
    public void SQLite_is_known_by_its_codes(int sqlite, string? code) => AssertCode(code, new SqliteException("It failed", sqlite));

    [Fact]
    public void A_connection_that_cannot_be_opened_is_a_store_that_is_unavailable()
    {
        AssertCode("STORE_UNAVAILABLE", new NpgsqlException("Failed to connect"));
        AssertCode("STORE_UNAVAILABLE", new NpgsqlException("Timed out", new TimeoutException()));
        AssertCode("STORE_UNAVAILABLE", new System.Net.Sockets.SocketException());
    }

    [Fact]
    public void What_is_no_fault_of_the_store_is_not_taken_for_one()
    {
        AssertCode(null, new InvalidOperationException("Something else"));
        AssertCode(null, new HttpRequestException("The provider is away", new System.Net.Sockets.SocketException()));
    }

    // However deep EF Core has wrapped it.
    private static void AssertCode(string? code, Exception fault)
    {
        Assert.Equal(code, StoreError.Of(fault)?.Code);
        Assert.Equal(code, StoreError.Of(new DbUpdateException("An error occurred", fault))?.Code);
        Assert.Equal(code, StoreError.Of(new InvalidOperationException("Likely transient", new DbUpdateException("An error occurred", fault)))?.Code);
    }
}
