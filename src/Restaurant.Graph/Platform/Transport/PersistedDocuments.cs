using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GraphQL.Transport;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>The documents that clients may send by id: trusted ones, known beforehand, and those that clients stored by their hash.</summary>
public sealed class PersistedDocuments : IDisposable
{
    private readonly PersistedDocumentOptions _options;
    private readonly FrozenDictionary<string, string> _trusted;
    private readonly MemoryCache _stored;

    /// <summary>Reads the trusted documents.</summary>
    public PersistedDocuments(IOptions<PersistedDocumentOptions> options)
    {
        _options = options.Value;
        _trusted = _options.File is { } file ? Read(file) : FrozenDictionary<string, string>.Empty;
        _stored = new MemoryCache(new MemoryCacheOptions { SizeLimit = _options.MaxStoredCharacters });
    }

    /// <summary>The document that a request means; null if it brings none. Throws a request error if it means none there is.</summary>
    public string? DocumentOf(GraphQLRequest request)
    {
        if (request.DocumentId is { } id)
        {
            return _trusted.GetValueOrDefault(id) ?? throw PersistedDocumentError.Unknown();
        }

        if (_options.Only)
        {
            throw PersistedDocumentError.OnlyTrusted();
        }

        return HashOf(request) is { } hash ? Automatic(hash, request.Query) : request.Query;
    }

    /// <inheritdoc />
    public void Dispose() => _stored.Dispose();

    private static FrozenDictionary<string, string> Read(string file)
    {
        try
        {
            return (JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(file)) ?? []).ToFrozenDictionary(StringComparer.Ordinal);
        }
        catch (JsonException)
        {
            throw new OptionsValidationException(
                "PersistedDocuments", typeof(PersistedDocumentOptions), [$"PersistedDocuments:File is '{file}', which is no JSON object of ids and documents."]);
        }
    }

    private string Automatic(string hash, string? document)
    {
        if (!_options.Automatic)
        {
            throw PersistedDocumentError.NotSupported();
        }

        if (document is null)
        {
            return _stored.Get<string>(hash) ?? throw PersistedDocumentError.NotFound();
        }

        if (!string.Equals(hash, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document))), StringComparison.Ordinal))
        {
            throw PersistedDocumentError.WrongHash();
        }

        _stored.Set(hash, document, new MemoryCacheEntryOptions { Size = document.Length });
        return document;
    }

    /// <summary>The hash of an automatic persisted query; null if the request has none.</summary>
    internal static string? HashOf(GraphQLRequest request) =>
        request.Extensions?.TryGetValue("persistedQuery", out var value) is true
        && value is IDictionary<string, object?> persisted
        && persisted.TryGetValue("sha256Hash", out var hash)
            ? hash as string
            : null;
}
