using System.Reflection;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Reading.Sql;

namespace Restaurant.Graph.Platform.Localization;

/// <summary>
/// The languages that texts are there in. Which there are is looked up again only after something in the store has changed, and only for those
/// who say what they read.
/// </summary>
public sealed class Languages
{
    /// <summary>Longer than any browser's; what is longer is not read.</summary>
    private const int MaxHeader = 1000;

    private const int MaxKnownCharacters = 100_000;

    private static readonly MethodInfo TypedStatement = typeof(Languages).GetMethod(nameof(StatementOf), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly StoreVersion _version;
    private readonly ReadConnections _connections;
    private readonly ReadingOptions _options;
    private readonly Lazy<IReadOnlyList<Statement>> _statements;
    private volatile Known? _known;

    internal Languages(OwnLanguage own, StoreVersion version, ReadConnections connections, IServiceScopeFactory scopes, IOptions<ReadingOptions> options)
    {
        (Own, _version, _connections, _options) = (own.Tag, version, connections, options.Value);
        _statements = new(() => StatementsOf(scopes));
    }

    /// <summary>The language that texts are stored in.</summary>
    public string Own { get; }

    /// <summary>All of them, <see cref="Own"/> first.</summary>
    public async ValueTask<IReadOnlyList<string>> AllAsync() => (await CurrentAsync()).All;

    /// <summary>The best for somebody.</summary>
    /// <param name="acceptLanguage">What they say of themselves, as the header of that name; null if they say nothing.</param>
    /// <returns><see cref="Own"/> where none of those they read is there.</returns>
    public async ValueTask<string> ForAsync(string? acceptLanguage) =>
        acceptLanguage is null or { Length: > MaxHeader } ? Own : (await CurrentAsync()).For(acceptLanguage);

    /// <summary>In which languages texts are looked for, the best first, ahead of how they are stored.</summary>
    internal IReadOnlyList<string> Ahead(string? language) =>
        language is null ? [] : [.. LanguageTag.Fallbacks(language).TakeWhile(tag => !string.Equals(tag, Own, StringComparison.Ordinal))];

    private async ValueTask<Known> CurrentAsync()
    {
        // Asked ahead of the reading: a change in between makes what is read newer than it is taken for, never older.
        var now = await _version.NowAsync();
        if (_known is { } known && known.Version == now)
        {
            return known;
        }

        var languages = new Texts();
        await _connections.UseAsync(
            _options.Timeout,
            isSnapshot: false,
            async connection =>
            {
                foreach (var statement in _statements.Value)
                {
                    await connection.ReadAsync(statement, new Bindings { ViewerKey = 0 }, languages);
                }
            },
            CancellationToken.None);

        languages.Found.Remove(Own);
        return _known = new Known(now, [Own, .. languages.Found]);
    }

    private static List<Statement> StatementsOf(IServiceScopeFactory scopes)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<DbContext>();
        return [.. db.Model.GetEntityTypes()
            .Where(static type => type.ClrType.IsAssignableTo(typeof(ITranslation)))
            .Select(type => (Statement)TypedStatement.MakeGenericMethod(type.ClrType).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [db], null)!)];
    }

    private static Statement StatementOf<T>(DbContext db)
        where T : class, ITranslation => Statement.Of(
            db.Set<T>().Select(static translation => translation.Language).Distinct().Select(static language => new object?[] { language }),
            Slots.Open(),
            columns: 1);

    private sealed class Known(long version, IReadOnlyList<string> all)
    {
        private readonly BoundedCache<string, string> _best = new(MaxKnownCharacters, StringComparer.Ordinal);

        public long Version => version;

        public IReadOnlyList<string> All => all;

        public string For(string acceptLanguage)
        {
            if (_best.Find(acceptLanguage) is not { } best)
            {
                best = AcceptLanguage.Best(acceptLanguage, all) ?? all[0];
                _best.Keep(acceptLanguage, best, acceptLanguage.Length + 1);
            }

            return best;
        }
    }

    private sealed class Texts : IRowReader
    {
        public SortedSet<string> Found { get; } = new(StringComparer.Ordinal);

        public void Read(Cells cells) => Found.Add(Encoding.UTF8.GetString(cells.Utf8(0)));
    }
}
