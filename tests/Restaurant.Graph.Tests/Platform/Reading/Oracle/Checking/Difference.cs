using System.Globalization;
using System.Text;
using Restaurant.Graph.Tests.Platform.Reading.Oracle.Syntax;

namespace Restaurant.Graph.Tests.Platform.Reading.Oracle.Checking;

/// <summary>A case of which the last request is answered in two ways.</summary>
internal sealed record Difference(Case Case, IReadOnlyList<Request> Sent, string Expected, string Actual)
{
    /// <summary>All that is needed to see it again.</summary>
    public override string ToString()
    {
        var report = new StringBuilder().AppendLine(Sent[^1].Query);
        foreach (var request in Sent)
        {
            report.AppendLine(CultureInfo.InvariantCulture, $"variables: {request.Variables}");
        }

        return report
            .AppendLine(CultureInfo.InvariantCulture, $"operationName: {Case.OperationName ?? "-"}, by {(Case.ByGet ? "GET" : "POST")}, accept: {Case.Accept}")
            .AppendLine(CultureInfo.InvariantCulture, $"expected: {Expected}")
            .AppendLine(CultureInfo.InvariantCulture, $"actual:   {Actual}")
            .ToString();
    }
}
