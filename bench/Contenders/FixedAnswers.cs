using System.Buffers;

namespace Restaurant.Bench.Contenders;

/// <summary>For each operation bytes that never change: what HTTP alone costs.</summary>
internal sealed class FixedAnswers : IAnswers
{
    private readonly Dictionary<string, byte[]> _answers;

    private FixedAnswers(Dictionary<string, byte[]> answers) => _answers = answers;

    /// <summary>Reads the answers from a directory with one file for each operation.</summary>
    public static FixedAnswers Load(string directory) => new(Directory.EnumerateFiles(directory, "*.json").ToDictionary(
        file => Path.GetFileNameWithoutExtension(file), File.ReadAllBytes, StringComparer.Ordinal));

    /// <inheritdoc />
    public void Answer(in ReadOnlySequence<byte> request, HttpResponse response)
    {
        if (Request.Read(request).Operation is not { } operation || !_answers.TryGetValue(operation, out var answer))
        {
            response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = answer.Length;
        response.BodyWriter.Write(answer);
    }
}
