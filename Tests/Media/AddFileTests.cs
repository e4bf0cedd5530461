using System.Text;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Media;

public sealed class AddFileTests(App app)
{
    [Fact]
    public async Task A_proof_comes_back_as_it_was_sent_and_only_to_its_owner()
    {
        var citizen = await app.NewCitizen();
        var other = await app.NewCitizen();
        byte[] sent = [.. Pictures.Pdf(), .. new byte[150_000], .. "\n%%EOF"u8];

        var added = (await citizen.SendsFile(sent, "技能证书.pdf")).Should(201);
        var fileId = added.Word("fileId");
        var answer = (await citizen.Api.Get($"/api/v1/files/{fileId}")).Should(200);

        Assert.Equal("技能证书.pdf", added.Word("name"));
        Assert.Equal(sent.Length, added.Number("size"));
        Assert.Equal(Encoding.UTF8.GetString(sent), answer.Text);
        Assert.Equal("application/pdf", answer.MediaType);
        Assert.StartsWith("attachment", answer.Headers["Content-Disposition"], StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
        (await other.Api.Get($"/api/v1/files/{fileId}")).ShouldRefuse(404, "not-found");
        (await app.Anonymous.Get($"/api/v1/files/{fileId}")).ShouldRefuse(401, "token-missing");
        (await citizen.Api.Get("/api/v1/files/nonsense")).ShouldRefuse(404, "not-found");
    }

    [Fact]
    public async Task On_disk_and_in_the_database_a_proof_cannot_be_read()
    {
        var citizen = await app.NewCitizen();
        var fileId = await citizen.UploadsFile(Pictures.Pdf(), "沈阿根的证书.pdf");

        var key = Convert.ToHexStringLower(
            await app.Database.Value<byte[]>("SELECT storage_key FROM files WHERE id = @fileId", new { fileId })
        );
        var stored = await File.ReadAllBytesAsync(
            Path.Combine(app.MediaFolder, "files", key[..2], key),
            TestContext.Current.CancellationToken
        );
        var name = await app.Database.Value<byte[]>("SELECT name FROM files WHERE id = @fileId", new { fileId });

        Assert.Equal(-1, stored.AsSpan().IndexOf("PDF"u8));
        Assert.Equal(-1, name.AsSpan().IndexOf("沈阿根"u8));
    }

    [Fact]
    public async Task A_Word_file_is_taken_without_macros_and_refused_with_them()
    {
        var citizen = await app.NewCitizen();

        Assert.Equal("材料.docx", (await citizen.SendsFile(Pictures.Docx(), "材料.docx")).Should(201).Word("name"));
        (await citizen.SendsFile(Pictures.Docx("word/vbaProject.bin"), "材料.docx")).ShouldRefuse(
            400,
            "file-has-macros"
        );
        (await citizen.SendsFile(Pictures.Docm(), "材料.docx")).ShouldRefuse(400, "file-has-macros");
    }

    [Fact]
    public async Task What_is_no_proof_is_refused_by_what_it_is()
    {
        var citizen = await app.NewCitizen();
        var docx = Pictures.Docx();

        (await citizen.SendsFile("MZ and a program"u8.ToArray())).ShouldRefuse(400, "file-type-unsupported");
        (await citizen.SendsFile("<html></html>"u8.ToArray())).ShouldRefuse(400, "file-type-unsupported");
        (await citizen.SendsFile(Pictures.Zip(("a.txt", "a")), "a.docx")).ShouldRefuse(400, "file-type-unsupported");
        (await citizen.SendsFile(docx[..(docx.Length / 2)], "a.docx")).ShouldRefuse(400, "file-unreadable");
        (await citizen.SendsFile("%PDF-1.7 and then nothing"u8.ToArray())).ShouldRefuse(400, "file-unreadable");
        (await citizen.SendsFile(new byte[11 * 1024 * 1024])).ShouldRefuse(413, "body-too-large");
    }

    [Theory]
    [InlineData("..\\..\\etc/passwd", "passwd.pdf")]
    [InlineData("a\u202Efdp.exe", "afdp.exe.pdf")]
    [InlineData("证书.PDF", "证书.pdf")]
    [InlineData("a\u0001b?.pdf", "ab.pdf")]
    [InlineData("...", "文件.pdf")]
    [InlineData(null, "文件.pdf")]
    public void A_name_says_what_the_file_is_and_no_more(string? sent, string kept) =>
        Assert.Equal(kept, Domain.Media.FileRules.NameOf(sent, Domain.Media.FileKind.Pdf));

    [Fact]
    public async Task Fifty_files_a_citizen_are_kept_however_many_come_at_once()
    {
        var citizen = await app.NewCitizen();
        var owner = await app.IdOf(citizen);
        var first = await citizen.UploadsFile(Pictures.Pdf());
        for (var slot = 2; slot <= 47; slot++)
        {
            await app.Database.Execute(
                """
                INSERT INTO files (id, owner_id, slot, storage_key, name, kind, size, created_at)
                SELECT UNHEX(MD5(CONCAT(HEX(id), @slot))), owner_id, @slot, UNHEX(LEFT(SHA2(CONCAT(HEX(id), @slot), 256), 48)), name, kind, size, created_at
                FROM files
                WHERE id = @first
                """,
                new { slot, first }
            );
        }

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => citizen.SendsFile(Pictures.Pdf())));

        Assert.Equal(3, answers.Count(answer => answer.Status == 201));
        Assert.All(
            answers.Where(answer => answer.Status != 201),
            answer => answer.ShouldRefuse(409, "files-limit-reached")
        );
        Assert.Equal(
            50,
            await app.Database.Value<int>("SELECT COUNT(*) FROM files WHERE owner_id = @owner", new { owner })
        );
    }

    [Fact]
    public async Task A_retry_with_its_key_is_the_same_file()
    {
        var citizen = await app.NewCitizen();
        var pdf = Pictures.Pdf();

        Assert.Equal(
            (await citizen.SendsFile(pdf, key: "k")).Should(201).Text,
            (await citizen.SendsFile(pdf, key: "k")).Should(201).Text
        );
        (await citizen.SendsFile(Pictures.Pdf(), key: "k")).ShouldRefuse(422, "idempotency-key-reused");
    }
}
