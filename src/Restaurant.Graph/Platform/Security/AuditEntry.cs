using GraphQL;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Platform.Security;

/// <summary>Something that somebody with a name has done, or that has to be known whoever has done it. It is written in the transaction of what was done, and never changed.</summary>
public sealed class AuditEntry : INode
{
    /// <summary>The primary key.</summary>
    public long Id { get; private set; }

    /// <summary>When it was done.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The name of who did it; what they are, where they have none.</summary>
    public required string Name { get; init; }

    /// <summary>What they were at the time, such as `manager`.</summary>
    public required string Role { get; init; }

    /// <summary>The mutation that did it.</summary>
    public required string Mutation { get; init; }

    /// <summary>The id of what it was done to.</summary>
    [OutputType<NonNullGraphType<IdGraphType>>]
    public required string SubjectId { get; init; }

    /// <summary>The address from which it was done; null if that is not known.</summary>
    public string? Address { get; init; }

    /// <summary>What there is to know of it beyond that, in plain words; null if there is nothing.</summary>
    public string? Detail { get; init; }

    /// <summary>The entry of something that was done now.</summary>
    internal static AuditEntry Of(Viewer viewer, string mutation, GlobalId subject, DateTimeOffset now, string? detail = null) => new()
    {
        OccurredAt = now,
        Name = viewer.Name ?? viewer.Role,
        Role = viewer.Role,
        Mutation = Composition.GraphNames.Field(mutation),
        SubjectId = subject.ToString(),
        Address = viewer.Address,
        Detail = detail,
    };
}

/// <summary>How entries are stored.</summary>
internal sealed class AuditConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<AuditEntry> builder) => builder.ToTable("AuditEntries");
}
