using Xunit.Abstractions;
using Xunit.Sdk;

namespace Restaurant.Graph.Tests.Support;

/// <summary>A test that needs a server of PostgreSQL: there is no such test where none is named.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Restaurant.Graph.Tests.Support.PostgreSqlFactDiscoverer", "Restaurant.Graph.Tests")]
public sealed class PostgreSqlFactAttribute : FactAttribute;

/// <summary>Finds such tests.</summary>
/// <param name="diagnostics">Is told of what is odd.</param>
public sealed class PostgreSqlFactDiscoverer(IMessageSink diagnostics) : IXunitTestCaseDiscoverer
{
    private readonly FactDiscoverer _facts = new(diagnostics);

    /// <inheritdoc />
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        PostgreSqlServer.Named is null ? [] : _facts.Discover(discoveryOptions, testMethod, factAttribute);
}
