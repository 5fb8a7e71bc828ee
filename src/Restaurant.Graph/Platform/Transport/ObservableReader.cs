using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>Turns the engine's result streams into async sequences.</summary>
internal static class ObservableReader
{
    /// <summary>What an observable gives, until it ends or the reader stops.</summary>
    public static async IAsyncEnumerable<T> ReadAllAsync<T>(IObservable<T> source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateUnbounded<T>(new UnboundedChannelOptions { SingleReader = true });
        using var subscription = source.Subscribe(new Writer<T>(channel.Writer));
        await foreach (var item in channel.Reader.ReadAllAsync(cancellationToken))
        {
            yield return item;
        }
    }

    private sealed class Writer<T>(ChannelWriter<T> channel) : IObserver<T>
    {
        public void OnCompleted() => channel.TryComplete();

        public void OnError(Exception error) => channel.TryComplete(error);

        public void OnNext(T value) => channel.TryWrite(value);
    }
}
