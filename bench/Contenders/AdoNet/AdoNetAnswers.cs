using System.Buffers;
using System.Collections.Concurrent;

namespace Restaurant.Bench.Contenders.AdoNet;

/// <summary>What somebody would write by hand for just these operations: SQL, and JSON from the columns' own bytes.</summary>
internal sealed class AdoNetAnswers(string database) : IAnswers
{
    private readonly ConcurrentStack<Session> _idle = new();

    /// <inheritdoc />
    public void Answer(in ReadOnlySequence<byte> request, HttpResponse response)
    {
        var asked = Request.Read(request);
        var session = _idle.TryPop(out var idle) ? idle : new Session(database);
        var json = session.Answer(asked);
        response.StatusCode = json.Length == 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = json.Length;
        response.BodyWriter.Write(json);
        _idle.Push(session);
    }
}
