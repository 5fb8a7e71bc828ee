using Microsoft.Extensions.Configuration;
using Restaurant.Graph.Commands;

namespace Restaurant.Graph.Tests.Commands;

/// <summary>Where <c>health</c> asks if nobody says where.</summary>
public sealed class ListeningAddressTests
{
    [Theory]
    [InlineData("http://localhost:5000")]
    [InlineData("http://localhost:8080", "http_ports=8080")]
    [InlineData("https://localhost:8443", "https_ports=8443;9443")]
    [InlineData("http://127.0.0.1:6000", "http_ports=8080", "urls=http://127.0.0.1:6000")]
    [InlineData("http://localhost:6001", "urls=https://*:6000;http://+:6001")]
    [InlineData("http://localhost:6002/shop", "urls=http://[::]:6002/shop/")]
    [InlineData("http://localhost:6003", "urls=http://*:6000", "Kestrel:Endpoints:Http:Url=http://0.0.0.0:6003")]
    public void It_is_where_the_server_listens(string address, params string[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(static setting => KeyValuePair.Create(setting.Split('=')[0], (string?)setting.Split('=')[1]))).Build();
        Assert.Equal(address, ListeningAddress.In(configuration));
    }
}
