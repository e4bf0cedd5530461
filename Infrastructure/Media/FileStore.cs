using System.Security.Cryptography;
using Craftsman.Domain;
using Craftsman.Domain.Media;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Identity;

namespace Craftsman.Infrastructure.Media;

/// <summary>A proof that is encrypted and flushed, not yet in its place. Deleted when it is disposed before that.</summary>
public sealed record SealedProof(string Path, byte[] StorageKey, FileKind Kind, string Name, long Size) : IDisposable
{
    public void Dispose() => File.Delete(Path);
}

/// <summary>Writes proofs: the encrypted file, the row, and what it belongs to.</summary>
public sealed class FileStore(MediaFolder folder, MediaStore media, SealedFile sealedFile, DataCipher cipher)
{
    internal const string NamePurpose = "files.name";
    private const string Subject = "file";
    private const int KeyBytes = 24;

    /// <summary>Encrypts a received file beside the others.</summary>
    public async Task<SealedProof> Seal(
        Stream plain,
        FileKind kind,
        string? sentName,
        CancellationToken cancellationToken
    )
    {
        var proof = new SealedProof(
            folder.NewIncomingPath(),
            RandomNumberGenerator.GetBytes(KeyBytes),
            kind,
            FileRules.NameOf(sentName, kind),
            plain.Length
        );
        try
        {
            plain.Position = 0;
            await sealedFile.Write(plain, proof.Path, proof.StorageKey, cancellationToken);
            return proof;
        }
        catch
        {
            proof.Dispose();
            throw;
        }
    }

    /// <summary>Puts the file in its place and then adds its row, under a free slot of the citizen's.</summary>
    public Task<Decision<Guid>> Add(Work work, Guid ownerId, SealedProof proof, DateTimeOffset now) =>
        Add(work, "owner_id", ownerId, proof, now);

    /// <summary>The same for a member of staff, whose slot is free again when the file is used.</summary>
    public async Task<Decision<Guid>> AddForStaff(Work work, Guid staffId, SealedProof proof, DateTimeOffset now)
    {
        var added = await Add(work, "staff_id", staffId, proof, now);
        if (!added.IsRefused(out _, out var id))
        {
            await AuditLog.Record(work, staffId, "file.uploaded", Subject, id, now);
        }

        return added;
    }

    /// <summary>Makes a file that this person uploaded the scan of a consent.</summary>
    /// <returns>False when it is unknown, another's or used: the caller must refuse.</returns>
    public static async Task<bool> GiveToConsent(Work work, Guid staffId, Guid consentId, Guid fileId)
    {
        const string sql = """
            UPDATE files
            SET consent_id = @consentId, slot = NULL
            WHERE id = @fileId AND staff_id = @staffId AND consent_id IS NULL
            """;
        return await work.Execute(
                sql,
                new
                {
                    consentId,
                    fileId,
                    staffId,
                }
            ) == 1;
    }

    /// <summary>Proofs hold what is personal, so each reading by staff is on record.</summary>
    public static Task RecordDownload(Work work, Guid fileId, Guid staffId, DateTimeOffset now) =>
        AuditLog.Record(work, staffId, "file.downloaded", Subject, fileId, now);

    private async Task<Decision<Guid>> Add(Work work, string owner, Guid ownerId, SealedProof proof, DateTimeOffset now)
    {
        var taken = $"SELECT slot FROM files WHERE {owner} = @ownerId AND slot IS NOT NULL";
        var add = $"""
            INSERT INTO files (id, {owner}, slot, storage_key, name, kind, size, created_at)
            VALUES (@id, @ownerId, @slot, @StorageKey, @Name, @Kind, @Size, @now)
            """;
        var id = Guid.CreateVersion7(now);
        string? refusedBy;
        do
        {
            if (FreeSlot.In(await work.List<int>(taken, new { ownerId }), FileRules.MostPerCitizen) is not { } slot)
            {
                return MediaRefusals.TooManyFiles;
            }

            await media.Place(MediaKind.Proof, proof.StorageKey, proof.Path, CancellationToken.None);
            refusedBy = await work.InsertUnlessDuplicate(
                add,
                new
                {
                    id,
                    ownerId,
                    slot,
                    proof.StorageKey,
                    Name = cipher.Encrypt(NamePurpose, proof.Name),
                    Kind = proof.Kind.ToString(),
                    proof.Size,
                    now,
                }
            );
        } while (refusedBy is not null);

        return id;
    }

    /// <summary>Makes these files the application's; those it had besides become unused again.</summary>
    /// <returns>Those that are unknown, another's or part of something else: where there are any the caller must refuse.</returns>
    public static async Task<IReadOnlySet<Guid>> GiveToApplication(
        Work work,
        Guid ownerId,
        Guid applicationId,
        IEnumerable<Guid> fileIds
    )
    {
        const string release = "UPDATE files SET application_id = NULL WHERE application_id = @applicationId";
        const string give = """
            UPDATE files
            SET application_id = @applicationId
            WHERE id = @fileId AND owner_id = @ownerId AND application_id IS NULL
            """;
        var notTheirs = new HashSet<Guid>();
        await work.Execute(release, new { applicationId });
        foreach (var fileId in fileIds.Distinct())
        {
            if (
                await work.Execute(
                    give,
                    new
                    {
                        applicationId,
                        fileId,
                        ownerId,
                    }
                ) == 0
            )
            {
                notTheirs.Add(fileId);
            }
        }

        return notTheirs;
    }

    /// <summary>Erases the files of a draft; what was kept goes with the next collection.</summary>
    public static Task DeleteOfApplication(Work work, Guid applicationId) =>
        work.Execute("DELETE FROM files WHERE application_id = @applicationId", new { applicationId });
}
