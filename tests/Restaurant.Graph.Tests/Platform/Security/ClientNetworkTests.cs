using System.Net;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Tests.Platform.Security;

/// <summary>Limits count by the network of a client, and not by the addresses that it can choose from.</summary>
public sealed class ClientNetworkTests
{
    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:3::1", "2001:db8:1:3::/64")]
    [InlineData("fe80::1%3", "fe80::/64")]
    [InlineData("::1", "::/64")]
    public void It_is_an_address_or_half_of_one(string address, string network) => Assert.Equal(network, ClientNetwork.From(IPAddress.Parse(address)));

    [Fact]
    public void It_is_not_known_without_an_address() => Assert.Null(ClientNetwork.From(null));
}
