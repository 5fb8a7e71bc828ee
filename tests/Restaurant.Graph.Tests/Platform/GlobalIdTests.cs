using System.Text;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Tests.Platform;

public sealed class GlobalIdTests
{
    [Theory]
    [InlineData("Dish", 1, "RGlzaDox")]
    [InlineData("Order", 0, "T3JkZXI6MA==")]
    [InlineData("OrderLineModifier", long.MaxValue, "T3JkZXJMaW5lTW9kaWZpZXI6OTIyMzM3MjAzNjg1NDc3NTgwNw==")]
    public void An_id_is_written_and_read_back(string type, long key, string text)
    {
        var id = new GlobalId(type, key);
        Assert.Equal(text, id.ToString());
        Assert.True(GlobalId.TryParse(text, out var read));
        Assert.Equal(id, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Dish:1")]
    [InlineData("garbage!")]
    [InlineData("RGlzaDox=")]
    [InlineData("RGlzaDox ")]
    [InlineData(" RGlzaDox")]
    [InlineData("RGlz\naDox")]
    [InlineData("RGlzaDox\0")]
    [InlineData("T3JkZXI6MA")]
    [InlineData("T3JkZXI6MB==")]
    public void What_the_server_would_not_write_is_no_id(string text) => Assert.False(GlobalId.TryParse(text, out _));

    [Theory]
    [InlineData("Dish")]
    [InlineData(":1")]
    [InlineData("Dish:")]
    [InlineData("Dish:-1")]
    [InlineData("Dish:+1")]
    [InlineData("Dish:01")]
    [InlineData("Dish: 1")]
    [InlineData("Dish:1 ")]
    [InlineData("Dish:1.0")]
    [InlineData("Dish:1e3")]
    [InlineData("Dish:0x1")]
    [InlineData("Dish:١")]
    [InlineData("Dish:1:2")]
    [InlineData("Dish:9223372036854775808")]
    public void Base64_of_anything_but_a_type_and_a_key_is_no_id(string content) =>
        Assert.False(GlobalId.TryParse(Convert.ToBase64String(Encoding.UTF8.GetBytes(content)), out _));

    [Fact]
    public void Base64_of_broken_utf_8_is_no_id() => Assert.False(GlobalId.TryParse(Convert.ToBase64String([0xFF, 0xFE, (byte)':', (byte)'1']), out _));

    [Fact]
    public void An_id_of_any_length_costs_next_to_nothing()
    {
        Assert.True(GlobalId.TryParse(new GlobalId(new string('T', 90), 1).ToString(), out _));
        Assert.False(GlobalId.TryParse(new GlobalId(new string('T', 200), 1).ToString(), out _));
        Assert.False(GlobalId.TryParse(new string('A', 10_000_000), out _));
    }
}
