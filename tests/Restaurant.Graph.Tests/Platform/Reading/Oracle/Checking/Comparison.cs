using Restaurant.Graph.Tests.Platform.Reading.Oracle.Syntax;

namespace Restaurant.Graph.Tests.Platform.Reading.Oracle.Checking;

/// <summary>Asks two who should know the same.</summary>
internal sealed class Comparison(Func<Request, Task<string>> expected, Func<Request, Task<string>> actual)
{
    private const int ErrorLength = 160;

    private readonly HashSet<string> _errors = new(StringComparer.Ordinal);

    /// <summary>The errors there were, each cut short.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    /// <summary>How many requests were answered so far, and how many of the answers have errors.</summary>
    public (int Requests, int WithErrors) Answered { get; private set; }

    /// <summary>The first request of a case that they answer in two ways; null if there is none.</summary>
    /// <param name="candidate">The case.</param>
    /// <param name="label">What is written into the document, different each time.</param>
    public async Task<Difference?> OfAsync(Case candidate, string label)
    {
        var sent = new List<Request>();
        foreach (var request in candidate.Requests(label))
        {
            sent.Add(request);
            var answers = await Task.WhenAll(expected(request), actual(request));
            var at = answers[0].IndexOf("\"errors\":[{\"message\":", StringComparison.Ordinal);
            Answered = (Answered.Requests + 1, Answered.WithErrors + (at < 0 ? 0 : 1));
            if (at >= 0)
            {
                _errors.Add(answers[0][at..Math.Min(answers[0].Length, at + ErrorLength)]);
            }
            if (answers[0] != answers[1])
            {
                return new Difference(candidate, sent, answers[0], answers[1]);
            }
        }

        return null;
    }
}
