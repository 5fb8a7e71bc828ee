using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Restaurant.Bench.Contenders.AdoNet.Streams;

/// <summary>Those who follow orders.</summary>
internal sealed class Followers
{
    private readonly ConcurrentDictionary<Channel<long>, bool> _channels = [];

    /// <summary>Joins them.</summary>
    public Channel<long> Join()
    {
        var channel = Channel.CreateUnbounded<long>(new UnboundedChannelOptions { SingleReader = true });
        _channels.TryAdd(channel, true);
        return channel;
    }

    /// <summary>Leaves them.</summary>
    public void Leave(Channel<long> channel) => _channels.TryRemove(channel, out _);

    /// <summary>Tells all of them of an event.</summary>
    public void Tell(long number)
    {
        foreach (var (channel, _) in _channels)
        {
            channel.Writer.TryWrite(number);
        }
    }
}
