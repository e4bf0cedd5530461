using System.Security.Cryptography;
using Craftsman.Domain;
using Craftsman.Domain.Media;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Identity;

namespace Craftsman.Infrastructure.Media;

/// <summary>A proof that is encrypted and in its place, though in no row yet.</summary>
public sealed record PlacedProof(Guid Id, byte[] StorageKey, FileKind Kind, string Name, long Size);

/// <summary>Writes proofs: the encrypted file, the row, and what it belongs to.</summary>
public sealed class FileStore(MediaFolder folder, MediaStore media, SealedFile sealedFile, DataCipher cipher)
{
    internal const string NamePurpose = "files.name";
    private const string Subject = "file";
    private const int KeyBytes = 24;

    /// <summary>The file is part of nothing yet.</summary>
    internal const string IsUnused = """
        application_id IS NULL AND consent_id IS NULL AND publication_id IS NULL AND objection_id IS NULL AND approval_id IS NULL
        AND NOT EXISTS (SELECT 1 FROM meetings m WHERE m.minutes_file_id = files.id)
        """;

    /// <summary>
    /// Encrypts a received file and puts it in its place, which may take seconds: before anything is locked. Names are drawn at random, and
    /// the collector leaves what has no row alone for an hour.
    /// </summary>
    public async Task<PlacedProof> Place(
        Stream plain,
        FileKind kind,
        string? sentName,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var path = folder.NewIncomingPath();
        try
        {
            var key = RandomNumberGenerator.GetBytes(KeyBytes);
            plain.Position = 0;
            await sealedFile.Write(plain, path, key, cancellationToken);
            await media.Place(MediaKind.Proof, key, path, cancellationToken);
            return new PlacedProof(Guid.CreateVersion7(now), key, kind, FileRules.NameOf(sentName, kind), plain.Length);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Takes back a file that certainly has no row: it was refused, or is a retry's.</summary>
    public async Task Discard(PlacedProof proof)
    {
        try
        {
            await media.Delete(MediaKind.Proof, proof.StorageKey, CancellationToken.None);
        }
        catch (Exception e) when (e is MediaUnavailableException or IOException)
        {
            // The collector takes it within two hours, as it does where the answer of the database was lost.
        }
    }

    /// <summary>Adds the row of a file in its place, under a free slot of the citizen's.</summary>
    public Task<Decision<Guid>> Add(Work work, Guid ownerId, PlacedProof proof, DateTimeOffset now) =>
        Add(work, "owner_id", ownerId, proof, now);

    /// <summary>The same for a member of staff, whose slot is free again when the file is used.</summary>
    public async Task<Decision<Guid>> AddForStaff(Work work, Guid staffId, PlacedProof proof, DateTimeOffset now)
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
            WHERE id = @fileId AND staff_id = @staffId AND consent_id IS NULL AND publication_id IS NULL AND objection_id IS NULL AND approval_id IS NULL
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

    /// <summary>Makes a file that this person uploaded the evidence of a publication.</summary>
    /// <returns>False when it is unknown, another's or used: the caller must refuse.</returns>
    public static Task<bool> GiveToPublication(Work work, Guid staffId, Guid publicationId, Guid fileId) =>
        GiveOfStaff(work, staffId, "publication_id", publicationId, [fileId]);

    /// <summary>Makes files that this person uploaded the evidence of what they ask for.</summary>
    /// <returns>False when one is unknown, another's or used: the caller must refuse.</returns>
    public static Task<bool> GiveToApproval(
        Work work,
        Guid staffId,
        Guid approvalId,
        IReadOnlyCollection<Guid> fileIds
    ) => GiveOfStaff(work, staffId, "approval_id", approvalId, fileIds);

    /// <summary>Makes files that this person uploaded part of an objection that came by phone or letter.</summary>
    /// <returns>False when one is unknown, another's or used: the caller must refuse.</returns>
    public static Task<bool> GiveToEnteredObjection(
        Work work,
        Guid staffId,
        Guid objectionId,
        IReadOnlyCollection<Guid> fileIds
    ) => GiveOfStaff(work, staffId, "objection_id", objectionId, fileIds);

    /// <summary>
    /// Makes a citizen's files part of their objection. Those of an anonymous one lose their owner here and now, and with it goes what would
    /// tell whose they were: the answers that are kept for retries of the uploads.
    /// </summary>
    /// <returns>False when one is unknown, another's or used: the caller must refuse.</returns>
    public static async Task<bool> GiveToObjection(
        Work work,
        Guid citizenId,
        Guid objectionId,
        bool isNamed,
        IReadOnlyCollection<Guid> fileIds
    )
    {
        var give = $"""
            UPDATE files
            SET objection_id = @objectionId{(isNamed ? "" : ", owner_id = NULL, slot = NULL")}
            WHERE id = @fileId AND owner_id = @citizenId AND {IsUnused}
            """;
        const string forget = "DELETE FROM idempotency_keys WHERE citizen_id = @citizenId AND answer LIKE @Told";
        foreach (var fileId in fileIds)
        {
            if (
                await work.Execute(
                    give,
                    new
                    {
                        objectionId,
                        fileId,
                        citizenId,
                    }
                ) == 0
            )
            {
                return false;
            }

            if (!isNamed)
            {
                await work.Execute(forget, new { citizenId, Told = $"%{fileId}%" });
            }
        }

        return true;
    }

    private static async Task<bool> GiveOfStaff(
        Work work,
        Guid staffId,
        string column,
        Guid subjectId,
        IReadOnlyCollection<Guid> fileIds
    )
    {
        var sql = $"""
            UPDATE files
            SET {column} = @subjectId, slot = NULL
            WHERE id = @fileId AND staff_id = @staffId AND {IsUnused}
            """;
        foreach (var fileId in fileIds)
        {
            if (
                await work.Execute(
                    sql,
                    new
                    {
                        subjectId,
                        fileId,
                        staffId,
                    }
                ) == 0
            )
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Proofs hold what is personal, so each reading by staff is on record.</summary>
    public static Task RecordDownload(Work work, Guid fileId, Guid staffId, DateTimeOffset now) =>
        AuditLog.Record(work, staffId, "file.downloaded", Subject, fileId, now);

    private async Task<Decision<Guid>> Add(Work work, string owner, Guid ownerId, PlacedProof proof, DateTimeOffset now)
    {
        var taken = $"SELECT slot FROM files WHERE {owner} = @ownerId AND slot IS NOT NULL";
        var add = $"""
            INSERT INTO files (id, {owner}, slot, storage_key, name, kind, size, created_at)
            VALUES (@Id, @ownerId, @slot, @StorageKey, @Name, @Kind, @Size, @now)
            """;
        string? refusedBy;
        do
        {
            if (FreeSlot.In(await work.List<int>(taken, new { ownerId }), FileRules.MostPerCitizen) is not { } slot)
            {
                return MediaRefusals.TooManyFiles;
            }

            refusedBy = await work.InsertUnlessDuplicate(
                add,
                new
                {
                    proof.Id,
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

        return proof.Id;
    }

    /// <summary>Makes these files the application's; of a draft those it had besides become unused again.</summary>
    /// <returns>Those that are unknown, another's or part of something else: where there are any the caller must refuse.</returns>
    public static async Task<IReadOnlySet<Guid>> GiveToApplication(
        Work work,
        UploadOwner owner,
        Guid applicationId,
        bool keepsOthers,
        IEnumerable<Guid> fileIds
    )
    {
        const string release = "UPDATE files SET application_id = NULL WHERE application_id = @applicationId";
        const string had = "SELECT id FROM files WHERE application_id = @applicationId";
        var give = $"""
            UPDATE files
            SET application_id = @applicationId
            WHERE id = @fileId AND {owner.IsTheirs} AND {IsUnused}
            """;
        var notTheirs = new HashSet<Guid>();
        if (!keepsOthers)
        {
            await work.Execute(release, new { applicationId });
        }

        foreach (var fileId in fileIds.Distinct().Except(await work.List<Guid>(had, new { applicationId })))
        {
            if (
                await work.Execute(
                    give,
                    new
                    {
                        applicationId,
                        fileId,
                        owner.Id,
                        owner.OrganizationId,
                    }
                ) == 0
            )
            {
                notTheirs.Add(fileId);
            }
        }

        return notTheirs;
    }

    /// <summary>Erases the files of a citizen that are part of nothing.</summary>
    public static Task DeleteUnused(Work work, Guid ownerId) =>
        work.Execute($"DELETE FROM files WHERE owner_id = @ownerId AND {IsUnused}", new { ownerId });

    /// <summary>The files that staff attached to what is now submitted give their slots back.</summary>
    public static Task SettleOfApplication(Work work, Guid applicationId) =>
        work.Execute(
            "UPDATE files SET slot = NULL WHERE application_id = @applicationId AND staff_id IS NOT NULL",
            new { applicationId }
        );

    /// <summary>Makes a file of an application the scan of the consent that came with it.</summary>
    public static Task GiveToConsentOfApplication(Work work, Guid applicationId, Guid consentId, Guid fileId) =>
        work.Execute(
            "UPDATE files SET consent_id = @consentId WHERE id = @fileId AND application_id = @applicationId",
            new
            {
                consentId,
                fileId,
                applicationId,
            }
        );

    /// <summary>Erases the files of a draft; what was kept goes with the next collection.</summary>
    public static Task DeleteOfApplication(Work work, Guid applicationId) =>
        work.Execute("DELETE FROM files WHERE application_id = @applicationId", new { applicationId });
}
