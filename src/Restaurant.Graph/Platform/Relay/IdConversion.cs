using System.Numerics;
using System.Reflection;
using GraphQL;

namespace Restaurant.Graph.Platform.Relay;

/// <summary>Teaches the engine to turn an id of the wire into an <see cref="Id{T}"/> wherever an argument or input field has that type.</summary>
internal static class IdConversion
{
    /// <summary>Registers the conversions for all kinds of node. The engine keeps them for the whole process; doing it again is harmless.</summary>
    public static void Register(IEnumerable<Type> nodes)
    {
        foreach (var node in nodes)
        {
            var id = typeof(Id<>).MakeGenericType(node);
            var parse = id.GetMethod(nameof(Id<INode>.Parse))!;
            ValueConverter.Register(typeof(string), id, value => parse.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [value], null)!);

            // A literal may be a number, which no id here is.
            foreach (var number in new[] { typeof(int), typeof(long), typeof(BigInteger) })
            {
                ValueConverter.Register(number, id, static value => throw InvalidIdError.Garbage($"{value}"));
            }
        }
    }
}
