using System.Text;
using System.Text.Json;
using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Identity;
using Craftsman.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace Craftsman.Tests.Objections;

/// <summary>五(社会公示): objections, by name and anonymous.</summary>
public sealed class SubmitObjectionTests(App app)
{
    [Fact]
    public async Task An_objection_by_name_is_followed_by_its_code_and_kept_encrypted()
    {
        var notice = await app.ANotice();
        var citizen = await app.NewCitizen();

        var code = (await citizen.ObjectsTo(notice, named: true)).Should(201).Word("followCode");

        var followed = (await app.Follows(code)).Should(200);
        Assert.Equal("Received", followed.Word("state"));
        Assert.Equal(JsonValueKind.Null, followed.Json.GetProperty("reasons").ValueKind);
        (await app.Follows("ABCDEFGHJKMNPQRS")).ShouldRefuse(404, "not-found");
        var row = Assert.Single(
            await app.Database.Rows<(Guid CitizenId, byte[] Person, byte[] Text, byte[] Code)>(
                "SELECT citizen_id, sealed_person, sealed_text, follow_code FROM objections WHERE entry_id = @entryId",
                new { entryId = notice.EntryIds[0] }
            )
        );
        Assert.Equal(await app.IdOf(citizen), row.CitizenId);
        Assert.Equal(SecretCode.HashOf(code), row.Code);
        Assert.DoesNotContain("周建国", Encoding.UTF8.GetString(row.Person), StringComparison.Ordinal);
        Assert.DoesNotContain("名次", Encoding.UTF8.GetString(row.Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_an_anonymous_objection_no_row_of_any_table_joins_it_with_the_citizen()
    {
        var notice = await app.ANotice();
        var citizen = await app.NewCitizen();
        var fileId = (await citizen.SendsFile(Pictures.Pdf(), key: app.UniqueName("upload-")))
            .Should(201)
            .Json.GetProperty("fileId")
            .GetGuid();
        var citizenId = await app.IdOf(citizen);
        var key = app.UniqueName("anonymous-");
        var begun = TimeProvider.System.GetUtcNow().AddSeconds(-1);

        var sent = await citizen.ObjectsTo(notice, key: key, fileIds: fileId);

        var code = sent.Should(201).Word("followCode");
        var id = await app.ObjectionOf(code);
        Assert.Equal(
            1,
            await app.Database.Value<int>(
                "SELECT COUNT(*) FROM files WHERE id = @fileId AND objection_id = @id AND owner_id IS NULL AND staff_id IS NULL AND slot IS NULL",
                new { fileId, id }
            )
        );
        var joining = new List<string>();
        string[] ofObjection = [.. new[] { id, fileId, notice.EntryIds[0] }.SelectMany(each => Forms(each)), code, key];
        var ofCitizen = Forms(citizenId).Append(citizen.Name).ToArray();
        foreach (var (table, rows) in await AllRows())
        {
            joining.AddRange(
                rows.Where(row =>
                        ofCitizen.Any(word => row.Contains(word, StringComparison.OrdinalIgnoreCase))
                        && ofObjection.Any(word => row.Contains(word, StringComparison.OrdinalIgnoreCase))
                    )
                    .Select(row => $"{table}: {row}")
            );
            if (table is "objections" or "files")
            {
                joining.AddRange(
                    rows.Where(row =>
                            row.Contains(Forms(id)[0], StringComparison.OrdinalIgnoreCase)
                            && ofCitizen.Any(word => row.Contains(word, StringComparison.OrdinalIgnoreCase))
                        )
                        .Select(row => $"{table} names the citizen")
                );
            }
        }

        Assert.Empty(joining);
        Assert.Equal(
            0,
            await app.Database.Value<int>(
                "SELECT COUNT(*) FROM idempotency_keys WHERE citizen_id = @citizenId",
                new { citizenId }
            )
        );
        Assert.Equal(
            0,
            await app.Database.Value<int>(
                "SELECT COUNT(*) FROM audit_entries WHERE at >= @begun AND subject_id = @id",
                new { begun, id }
            )
        );

        // What the limiter keeps of the citizen is one instant for all they write.
        var redis = app.Services.GetRequiredService<IConnectionMultiplexer>();
        foreach (var server in redis.GetServers())
        {
            foreach (var name in server.Keys(pattern: $"*{citizenId:N}*"))
            {
                var value = (string?)await redis.GetDatabase().StringGetAsync(name);
                Assert.DoesNotContain(ofObjection, word => value!.Contains(word, StringComparison.OrdinalIgnoreCase));
                Assert.DoesNotContain(
                    ofObjection,
                    word => name.ToString().Contains(word, StringComparison.OrdinalIgnoreCase)
                );
            }
        }

        Assert.DoesNotContain(
            code,
            (await citizen.Api.Get("/api/v1/me/export")).Should(200).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_retry_with_its_key_hears_the_same_code_and_the_key_alone_opens_the_stored_answer()
    {
        var notice = await app.ANotice();
        foreach (var named in new[] { true, false })
        {
            var (citizen, key) = (await app.NewCitizen(), app.UniqueName("objection-"));

            var first = (await citizen.ObjectsTo(notice, named: named, key: key)).Should(201).Word("followCode");
            var again = (await citizen.ObjectsTo(notice, named: named, key: key)).Should(201).Word("followCode");
            (await citizen.ObjectsTo(notice, named: named, text: "另一段话。", key: key)).ShouldRefuse(
                422,
                "idempotency-key-reused"
            );
            (await citizen.ObjectsTo(notice, named: named, key: key + "-2")).ShouldRefuse(409, "already-objected");
            (await citizen.ObjectsTo(notice, named: named)).ShouldRefuse(409, "already-objected");

            Assert.Equal(first, again);
            var stored = await app.Database.Value<byte[]>(
                "SELECT retry_answer FROM objections WHERE follow_code = @hash",
                new { hash = SecretCode.HashOf(first) }
            );
            Assert.DoesNotContain(first, Encoding.Latin1.GetString(stored), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_retry_after_the_period_still_hears_its_code()
    {
        var notice = await app.ANotice();
        var (citizen, key) = (await app.NewCitizen(), app.UniqueName("objection-"));
        var first = (await citizen.ObjectsTo(notice, key: key)).Should(201).Word("followCode");
        await app.PeriodEnds(notice.Id);

        Assert.Equal(first, (await citizen.ObjectsTo(notice, key: key)).Should(201).Word("followCode"));
        (await (await app.NewCitizen()).ObjectsTo(notice)).ShouldRefuse(409, "objection-period-over");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_many_objections_of_one_citizen_at_once_one_is_taken(bool named)
    {
        var notice = await app.ANotice();
        var citizen = await app.NewCitizen();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 15).Select(at => citizen.ObjectsTo(notice, named: named, key: $"{citizen.Name}-{at}"))
        );

        Assert.Single(answers, answer => answer.Status == 201);
        Assert.All(
            answers.Where(answer => answer.Status != 201),
            answer => answer.ShouldRefuse(409, "already-objected")
        );
        Assert.Equal(
            1,
            await app.Database.Value<int>(
                "SELECT COUNT(*) FROM objections WHERE entry_id = @entryId",
                new { entryId = notice.EntryIds[0] }
            )
        );
    }

    [Fact]
    public async Task Of_many_retries_with_one_key_at_once_all_hear_the_same_code()
    {
        var notice = await app.ANotice();
        var (citizen, key) = (await app.NewCitizen(), app.UniqueName("objection-"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => citizen.ObjectsTo(notice, key: key)));

        Assert.Single(answers.Select(answer => answer.Should(201).Word("followCode")).Distinct());
    }

    [Fact]
    public async Task One_citizen_may_object_by_name_and_without_and_to_each_entry()
    {
        var notice = await app.ANotice(workers: 2);
        var citizen = await app.NewCitizen();

        (await citizen.ObjectsTo(notice, named: true)).Should(201);
        (await citizen.ObjectsTo(notice)).Should(201);
        (await citizen.ObjectsTo(notice, entry: 1)).Should(201);

        Assert.Equal(
            3,
            await app.Database.Value<int>(
                "SELECT COUNT(DISTINCT objector_key) FROM objections WHERE entry_id IN @EntryIds",
                new { notice.EntryIds }
            )
        );
    }

    [Fact]
    public async Task Who_deletes_their_account_and_returns_has_objected_already()
    {
        var notice = await app.ANotice();
        var citizen = await app.NewCitizen();
        (await citizen.ObjectsTo(notice)).Should(201);
        (await citizen.Api.Delete("/api/v1/me")).Should(200);

        var returned = await Citizen.LogIn(app.Anonymous, citizen.Name);

        (await returned.ObjectsTo(notice)).ShouldRefuse(409, "already-objected");
    }

    [Fact]
    public async Task A_named_one_needs_name_and_contact_an_anonymous_one_has_neither_and_files_are_ones_own()
    {
        var notice = await app.ANotice();
        var (citizen, other) = (await app.NewCitizen(), await app.NewCitizen());
        var path = $"/api/v1/public-notices/{notice.Id}/objections";
        object With(bool named, string? name) =>
            new
            {
                entryId = notice.EntryIds[0],
                named,
                name,
                text = "不符。",
            };

        Assert.Equal(
            ["contact", "name"],
            (await citizen.Api.Post(path, With(true, null))).ShouldRefuse(400, "request-malformed").ErrorFields.Order()
        );
        Assert.Equal(
            ["name"],
            (await citizen.Api.Post(path, With(false, "周建国"))).ShouldRefuse(400, "request-malformed").ErrorFields
        );
        var fileId = await other.UploadsFile(Pictures.Pdf());
        (await citizen.ObjectsTo(notice, fileIds: fileId)).ShouldRefuse(400, "request-malformed");
        Assert.Equal(
            0,
            await app.Database.Value<int>(
                "SELECT COUNT(*) FROM objections WHERE entry_id = @entryId",
                new { entryId = notice.EntryIds[0] }
            )
        );
    }

    [Fact]
    public async Task Nobody_objects_to_who_is_not_named_in_that_notice()
    {
        var (notice, other) = (await app.ANotice(), await app.ANotice());
        var citizen = await app.NewCitizen();

        (await citizen.ObjectsTo(notice with { EntryIds = other.EntryIds })).ShouldRefuse(404, "not-found");
        (await citizen.ObjectsTo(notice with { EntryIds = [Guid.AllBitsSet] })).ShouldRefuse(404, "not-found");
        (await notice.Workers[0].Applicant.WithdrawsConsent(notice.Workers[0].CandidateId)).Should(204);
        (await citizen.ObjectsTo(notice)).ShouldRefuse(404, "not-found");
        (await app.Anonymous.Post($"/api/v1/public-notices/{notice.Id}/objections", new { })).Should(401);
    }

    [Fact]
    public async Task What_a_citizen_said_by_name_is_theirs_to_take_along_and_stays_when_they_leave()
    {
        var notice = await app.ANotice();
        var citizen = await app.NewCitizen();
        var fileId = await citizen.UploadsFile(Pictures.Pdf());
        var code = (await citizen.ObjectsTo(notice, named: true, fileIds: fileId)).Should(201).Word("followCode");

        var told = Assert.Single(
            (await citizen.Api.Get("/api/v1/me/export"))
                .Should(200)
                .Json.GetProperty("account")
                .GetProperty("objections")
                .EnumerateArray()
        );
        var deleted = (await citizen.Api.Delete("/api/v1/me")).Should(200);

        Assert.Equal("周建国", told.GetProperty("name").GetString());
        Assert.Equal("13800007777", told.GetProperty("contact").GetString());
        Assert.Contains(
            "公示期间的实名异议及所附材料",
            deleted.Json.GetProperty("kept").EnumerateArray().Select(kept => kept.GetProperty("what").GetString())
        );
        Assert.Equal("Received", (await app.Follows(code)).Should(200).Word("state"));
        Assert.Equal(1, await app.Database.Value<int>("SELECT COUNT(*) FROM files WHERE id = @fileId", new { fileId }));
    }

    [Fact]
    public async Task The_answers_for_retries_go_after_seventy_two_hours()
    {
        var notice = await app.ANotice();
        var (citizen, key) = (await app.NewCitizen(), app.UniqueName("objection-"));
        var code = (await citizen.ObjectsTo(notice, key: key)).Should(201).Word("followCode");
        var id = await app.ObjectionOf(code);
        await app.Database.Execute(
            "UPDATE objections SET received_at = received_at - INTERVAL 73 HOUR WHERE id = @id",
            new { id }
        );

        await app
            .Services.GetRequiredService<ExpiredRows>()
            .Delete(TimeProvider.System.GetUtcNow(), TestContext.Current.CancellationToken);

        Assert.Equal(
            0,
            await app.Database.Value<int>(
                "SELECT COUNT(*) FROM objections WHERE id = @id AND (retry_key IS NOT NULL OR retry_content IS NOT NULL OR retry_answer IS NOT NULL)",
                new { id }
            )
        );
        (await citizen.ObjectsTo(notice, key: key)).ShouldRefuse(409, "already-objected");
    }

    /// <summary>An id as a row may hold it: as text, and as the hex of its bytes.</summary>
    private static string[] Forms(Guid id) => [id.ToString("N"), id.ToString("D")];

    /// <summary>Every row of every table as one text: bytes as hex, the rest as it is.</summary>
    private async Task<IReadOnlyList<(string Table, IReadOnlyList<string> Rows)>> AllRows()
    {
        var columns = await app.Database.Rows<(string Table, string Column, string Type)>(
            """
            SELECT c.table_name, c.column_name, c.data_type
            FROM information_schema.columns c
            JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
            WHERE c.table_schema = DATABASE() AND t.table_type = 'BASE TABLE'
            """
        );
        var all = new List<(string, IReadOnlyList<string>)>();
        foreach (var table in columns.GroupBy(column => column.Table))
        {
            var parts = table.Select(column =>
                column.Type.Contains("binary", StringComparison.Ordinal)
                || column.Type.Contains("blob", StringComparison.Ordinal)
                    ? $"CONCAT(HEX(`{column.Column}`), '/', CONVERT(`{column.Column}` USING latin1))"
                    : $"CAST(`{column.Column}` AS CHAR)"
            );
            all.Add(
                (
                    table.Key,
                    await app.Database.Rows<string>(
                        $"SELECT CONCAT_WS('|', {string.Join(", ", parts)}) FROM `{table.Key}`"
                    )
                )
            );
        }

        return all;
    }
}
