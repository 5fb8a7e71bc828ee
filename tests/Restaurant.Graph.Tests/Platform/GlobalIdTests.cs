using System.Text;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Tests.Platform;

public sealed class GlobalIdTests
{
    [Theory]
    [InlineData("Dish", 1, "RGlzaDox")]
    [InlineData("Dish", 0, "RGlzaDow")]
    [InlineData("ModifierGroup", long.MaxValue, "TW9kaWZpZXJHcm91cDo5MjIzMzcyMDM2ODU0Nzc1ODA3")]
    public void An_id_is_read_as_it_is_written(string type, long key, string text)
    {
        Assert.Equal(text, new GlobalId(type, key).ToString());
        Assert.True(GlobalId.TryParse(text, out var id));
        Assert.Equal(new GlobalId(type, key), id);
    }

    [Theory]
    [InlineData("Dish")]
    [InlineData("Dish:")]
    [InlineData(":1")]
    [InlineData("Dish:-1")]
    [InlineData("Dish:+1")]
    [InlineData("Dish:01")]
    [InlineData("Dish: 1")]
    [InlineData("Dish:1 ")]
    [InlineData("Dish:1\0")]
    [InlineData("Dish:1:1")]
    [InlineData("Dish:1.0")]
    [InlineData("Dish:0x1")]
    [InlineData("Dish:9223372036854775808")]
    public void What_would_not_be_written_so_is_no_id(string decoded) =>
        Assert.False(GlobalId.TryParse(Convert.ToBase64String(Encoding.UTF8.GetBytes(decoded)), out _));

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("Dish:1")]
    [InlineData("RGlzaDox ")]
    [InlineData(" RGlzaDox")]
    [InlineData("RGlz\naDox")]
    [InlineData("RGlzaDoxMg")]
    [InlineData("RGlzaDoxMh==")]
    [InlineData("/zox")]
    [InlineData("\ud800")]
    public void What_is_not_base64_as_it_is_written_is_no_id(string text) => Assert.False(GlobalId.TryParse(text, out _));

    [Fact]
    public void What_is_far_too_long_is_no_id() =>
        Assert.False(GlobalId.TryParse(new GlobalId(new string('D', 200), 1).ToString(), out _));
}
