using System.Buffers;

namespace Restaurant.Bench.Contenders;

/// <summary>What a contender answers a request with.</summary>
internal interface IAnswers
{
    /// <summary>Writes the answer to a response whose body nothing has been written to.</summary>
    void Answer(in ReadOnlySequence<byte> request, HttpResponse response);
}
