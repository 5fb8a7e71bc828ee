using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Restaurant.Bench.Runner;

/// <summary>The answers of a contender, asked for one by one.</summary>
internal sealed class Answers(Uri server) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = server, DefaultRequestHeaders = { Authorization = AuthenticationHeaderValue.Parse(Waiter.Authorization) } };

    /// <summary>The answer to a request.</summary>
    public async Task<byte[]> AskAsync(byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await _http.PostAsync(new Uri("graphql", UriKind.Relative), content);
        var answer = await response.Content.ReadAsByteArrayAsync();
        return response.IsSuccessStatusCode
            ? answer
            : throw new InvalidDataException($"{server} answers {(int)response.StatusCode}: {Encoding.UTF8.GetString(answer)}");
    }

    /// <summary>The answers to all requests of a workload, in their order.</summary>
    public async Task<IReadOnlyList<byte[]>> AskAllAsync(Workload workload)
    {
        var answers = new List<byte[]>();
        foreach (var body in workload.Bodies)
        {
            answers.Add(await AskAsync(body));
        }

        return answers;
    }

    /// <summary>How alike the answers of a contender are to those that are right; throws if one says something else.</summary>
    public static Likeness Compare(string contender, Workload workload, IReadOnlyList<byte[]> answers, IReadOnlyList<byte[]> right)
    {
        var likeness = Likeness.SameBytes;
        for (var i = 0; i < answers.Count; i++)
        {
            // The contender whose answers are fixed has one for each operation.
            var expected = right[string.Equals(contender, Contender.Fixed, StringComparison.Ordinal) ? 0 : i];
            if (answers[i].AsSpan().SequenceEqual(expected))
            {
                continue;
            }

            likeness = Likeness.SameJson;
            if (!string.Equals(contender, Contender.Mercurius, StringComparison.Ordinal) || !IsSameJson(answers[i], expected))
            {
                throw new InvalidDataException(
                    $"{contender} answers request {i} of {workload.Name} differently.\n"
                    + $"right: {Difference(expected, answers[i])}\n{contender}: {Difference(answers[i], expected)}");
            }
        }

        return likeness;
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    // Where an answer begins to be another one.
    private static string Difference(byte[] answer, byte[] other)
    {
        const int Before = 40;
        const int Length = 400;
        var start = Math.Max(0, answer.AsSpan().CommonPrefixLength(other) - Before);
        return $"... {Encoding.UTF8.GetString(answer.AsSpan(start, Math.Min(Length, answer.Length - start)))} ...";
    }

    // 12.5 and 12.50 are the same number, and the order of an object's fields says nothing.
    private static bool IsSameJson(byte[] left, byte[] right)
    {
        using var first = JsonDocument.Parse(left);
        using var second = JsonDocument.Parse(right);
        return JsonElement.DeepEquals(first.RootElement, second.RootElement);
    }
}

/// <summary>How alike two sets of answers are.</summary>
internal enum Likeness
{
    /// <summary>Byte for byte.</summary>
    SameBytes,

    /// <summary>They say the same, written differently.</summary>
    SameJson,

    /// <summary>They say the same of the same rows, in forms of their own: ids, amounts of money, cursors.</summary>
    SameContent,
}
