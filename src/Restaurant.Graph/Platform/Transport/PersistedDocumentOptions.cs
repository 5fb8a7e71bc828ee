using System.ComponentModel.DataAnnotations;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>Documents that clients send by their ids, from the section <c>PersistedDocuments</c> of the configuration.</summary>
public sealed class PersistedDocumentOptions : IValidatableObject
{
    /// <summary>
    /// A JSON file with the trusted documents: an object of ids and documents, as relay-compiler and GraphQL Code Generator write it.
    /// </summary>
    public string? File { get; init; }

    /// <summary>Whether nothing but the trusted documents is executed.</summary>
    public bool Only { get; init; }

    /// <summary>Whether clients may store documents by their hash as they go (Apollo's automatic persisted queries).</summary>
    public bool Automatic { get; init; } = true;

    /// <summary>The most characters that all automatically stored documents may have together.</summary>
    [Range(0, 1_000_000_000)]
    public long MaxStoredCharacters { get; init; } = 10_000_000;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Only && File is null)
        {
            yield return new ValidationResult("PersistedDocuments:Only is on, and PersistedDocuments:File does not say where the documents are.");
        }

        if (File is not null && !System.IO.File.Exists(File))
        {
            yield return new ValidationResult($"PersistedDocuments:File is '{File}', and there is no such file.");
        }
    }
}
