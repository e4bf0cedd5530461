using Craftsman.Domain.Identity;
using Craftsman.Domain.Review;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Contract;

/// <summary>
/// Law 9: staff actions are on record. Walks every route of the admin description that writes; a route nobody wrote a scenario for
/// fails by its name. On a database of its own: a pause of voting is for everybody.
/// </summary>
public sealed class AuditWalkTests(LonelyApp lonely) : IClassFixture<LonelyApp>
{
    private readonly App app = lonely.App;

    [Fact]
    public async Task Every_write_of_staff_leaves_one_entry_in_the_same_call_and_a_refused_one_leaves_none()
    {
        var routes = (await Description.Of(app, "admin"))
            .Where(operation => operation.IsWrite && !Questions.Contains(operation.ToString()))
            .Select(operation => operation.ToString())
            .Order(StringComparer.Ordinal);
        Assert.Equal(routes, Scenarios.Keys.Order(StringComparer.Ordinal));

        var faults = new List<string?>();
        foreach (var (route, prepare) in Scenarios)
        {
            faults.Add(await FaultOf(route, prepare));
        }

        Assert.DoesNotContain(faults, fault => fault is not null);
    }

    /// <summary>Sent with a body, and change nothing.</summary>
    private static readonly string[] Questions = ["POST /admin/v1/tips/{id}/preview"];

    /// <summary>What a person does, and the act as the log names it. A refused repetition shows that refusals leave no entry.</summary>
    /// <param name="Refused">What is refused to the same person afterwards, where the same once more would not be.</param>
    /// <param name="Along">Of an act that moves a case too, the entry of the move.</param>
    private sealed record Act(
        string Action,
        Func<Task<Answer>> Perform,
        Func<Task<Answer>>? Refused = null,
        string? Along = null
    );

    private static Dictionary<string, Func<App, Person, Task<Act>>> Scenarios { get; } =
        new()
        {
            ["POST /admin/v1/auth/login"] = (app, person) =>
                Is(
                    new Act(
                        "staff.logged-in",
                        () => LogsIn(app, person, TestDatabase.StaffPassword),
                        () => LogsIn(app, person, "another password")
                    )
                ),
            ["POST /admin/v1/auth/refresh"] = (app, person) =>
                Is(
                    new Act(
                        "staff.session-refreshed",
                        () => Refreshes(app, person.Staff.RefreshToken),
                        () => Refreshes(app, "no such token")
                    )
                ),
            ["POST /admin/v1/auth/logout"] = (_, person) =>
                Is(new Act("staff.logged-out", () => person.Staff.Api.Post("/admin/v1/auth/logout"))),
            ["POST /admin/v1/tips/{id}/claim"] = async (app, person) =>
            {
                var tipId = await (await app.NewCitizen()).Tips();
                return new Act(
                    "tip.claimed",
                    () => person.Staff.Decides(tipId, "claim", new { }),
                    () => person.Staff.Decides(tipId, "claim", new { version = 99 })
                );
            },
            ["POST /admin/v1/tips/{id}/release"] = OfATip("release", "tip.released", _ => null),
            ["POST /admin/v1/tips/{id}/verify"] = OfATip(
                "verify",
                "tip.verified",
                version => new { newCandidate = A.Person(), version }
            ),
            ["POST /admin/v1/tips/{id}/reject"] = OfATip(
                "reject",
                "tip.rejected",
                version => new
                {
                    reasonCode = "NotAWorker",
                    message = "请推荐一位在岗的师傅。",
                    version,
                }
            ),
            ["POST /admin/v1/tips/{id}/request-info"] = OfATip(
                "request-info",
                "tip.info-requested",
                version => new { question = "师傅在哪个车间？", version }
            ),
            ["POST /admin/v1/tips"] = (_, person) =>
                Is(
                    new Act(
                        "tip.entered",
                        () => person.Staff.EntersTip(),
                        () => person.Staff.EntersTip(A.Tip() with { District = "999999" })
                    )
                ),
            ["POST /admin/v1/tips/bulk"] = async (app, person) =>
            {
                var tipId = await (await app.NewCitizen()).Tips();
                return new Act(
                    "tip.claimed",
                    () => person.Staff.MovesTips(new BulkItem(tipId, 1, "claim")),
                    () => person.Staff.MovesTips()
                );
            },
            ["POST /admin/v1/tips/{id}/relink"] = async (app, person) =>
            {
                var tipId = await (await app.NewCitizen()).Tips();
                await person.Staff.VerifiesAsNew(tipId);
                var (candidateId, version) = (await app.ACandidate(), await person.Staff.VersionOfTip(tipId));
                return new Act("tip.relinked", () => person.Staff.Relinks(tipId, candidateId, version));
            },
            ["POST /admin/v1/saved-replies"] = (app, person) =>
            {
                var title = app.UniqueName("不在杭州");
                return Is(new Act("saved-reply.added", () => person.Staff.SavesReply(title)));
            },
            ["PUT /admin/v1/saved-replies/{id}"] = async (app, person) =>
            {
                var id = (await person.Staff.SavesReply(app.UniqueName("信息太少"))).Should(201).Word("id");
                var body = new
                {
                    title = app.UniqueName("找不到"),
                    text = "请补充{name}的单位。",
                    version = 1,
                };
                return new Act(
                    "saved-reply.changed",
                    () => person.Staff.Api.Put($"/admin/v1/saved-replies/{id}", body)
                );
            },
            ["DELETE /admin/v1/saved-replies/{id}"] = async (app, person) =>
            {
                var id = (await person.Staff.SavesReply(app.UniqueName("不再用"))).Should(201).Word("id");
                return new Act(
                    "saved-reply.removed",
                    () => person.Staff.Api.Delete($"/admin/v1/saved-replies/{id}?version=1")
                );
            },
            ["POST /admin/v1/unit-aliases"] = (_, person) =>
                Is(new Act("unit-alias.added", () => person.Staff.ConfirmsAlias("杭州青山五金厂", "远帆精工有限公司"))),
            ["DELETE /admin/v1/unit-aliases/{id}"] = async (_, person) =>
            {
                var added = await person.Staff.ConfirmsAlias("杭州绿水五金厂", "长风精工有限公司");
                var id = added.Should(201).Word("id");
                return new Act("unit-alias.removed", () => person.Staff.Api.Delete($"/admin/v1/unit-aliases/{id}"));
            },
            ["POST /admin/v1/photos/{id}/content-decision"] = async (app, person) =>
            {
                var (_, photoId) = await (await app.NewCitizen()).TipsWithPhoto();
                return new Act(
                    "photo.content-decided",
                    () => person.Staff.DecidesOnPhoto(photoId, "Unfit"),
                    () => person.Staff.DecidesOnPhoto(Guid.AllBitsSet, "Unfit")
                );
            },
            ["PUT /admin/v1/candidates/{id}"] = async (app, person) =>
            {
                var candidateId = await app.ACandidate();
                var body = new
                {
                    name = "沈阿根",
                    workUnit = "杭州丝绸厂",
                    district = "330102",
                    trade = "textile-silk",
                    story = "三十年如一日守着织机。",
                    version = await VersionOf(person, candidateId),
                };
                return new Act(
                    "candidate.edited",
                    () => person.Staff.Api.Put($"/admin/v1/candidates/{candidateId}", body)
                );
            },
            ["POST /admin/v1/candidates/{id}/invite"] = async (app, person) =>
                await OfACandidate(person, await app.ACandidate(), "invite", "candidate.invited"),
            ["POST /admin/v1/candidates/{id}/confirm-consent"] = async (app, person) =>
                await OfACandidate(person, await Accepted(app), "confirm-consent", "candidate.consent-confirmed"),
            ["POST /admin/v1/files"] = (_, person) =>
                Is(
                    new Act(
                        "file.uploaded",
                        () => person.Staff.SendsFile(Pictures.Pdf()),
                        () => person.Staff.SendsFile("no scan"u8.ToArray())
                    )
                ),
            ["POST /admin/v1/candidates/{id}/consents"] = async (app, person) =>
            {
                var candidateId = await app.ACandidate();
                var fileId = await person.Staff.UploadsScan();
                return new Act(
                    "candidate.paper-consent-recorded",
                    () => person.Staff.RecordsPaper(candidateId, A.Paper(fileId))
                );
            },
            ["POST /admin/v1/candidates/{id}/consents/{consentId}/confirm"] = async (app, person) =>
            {
                var (candidateId, consentId) = await app.APaperThatWaits();
                var version = await VersionOf(person, candidateId);
                return new Act(
                    "candidate.paper-consent-confirmed",
                    () => person.Staff.ConfirmsPaper(candidateId, consentId, version)
                );
            },
            ["POST /admin/v1/candidates/{id}/consents/{consentId}/withdraw"] = async (app, person) =>
            {
                var (candidateId, consentId) = await app.APublishedPaper();
                return new Act(
                    "candidate.consent-withdrawn",
                    () => person.Staff.WithdrawsConsent(candidateId, consentId),
                    () => person.Staff.WithdrawsConsent(candidateId, Guid.AllBitsSet)
                );
            },
            ["POST /admin/v1/candidates/{id}/publish"] = async (app, person) =>
            {
                var candidateId = await Accepted(app);
                await (await app.Staff(StaffRole.TipReviewer)).ConfirmsConsent(candidateId);
                return await OfACandidate(person, candidateId, "publish", "candidate.published");
            },
            ["POST /admin/v1/candidates/{id}/unpublish"] = async (app, person) =>
                await OfACandidate(person, await app.APublishedCandidate(), "unpublish", "candidate.unpublished"),
            ["PUT /admin/v1/candidates/{id}/position"] = async (app, person) =>
            {
                var candidateId = await app.ACandidate();
                var version = await VersionOf(person, candidateId);
                return new Act(
                    "candidate.located",
                    () =>
                        person.Staff.Api.Put(
                            $"/admin/v1/candidates/{candidateId}/position",
                            new
                            {
                                latitude = 30.2,
                                longitude = 120.1,
                                version,
                            }
                        )
                );
            },
            ["POST /admin/v1/reports/{id}/dismiss"] = async (app, person) =>
            {
                var reportId = await AReport(app);
                return new Act("report.dismissed", () => person.Staff.Dismisses(reportId));
            },
            ["POST /admin/v1/reports/{id}/uphold"] = async (app, person) =>
            {
                var reportId = await AReport(app);
                return new Act("report.upheld", () => person.Staff.Upholds(reportId, "Nothing"));
            },
            ["POST /admin/v1/candidates/merge"] = async (app, person) =>
            {
                var (from, into) = (await app.ACandidate(), await app.ACandidate());
                return new Act("candidate.merged", () => person.Staff.TriesToMerge(from, into));
            },
            ["POST /admin/v1/candidates/merges/{id}/undo"] = async (app, person) =>
            {
                var mergeId = await app.Merges(await app.ACandidate(), await app.ACandidate());
                return new Act("candidate.merge-undone", () => person.Staff.TriesToUndo(mergeId));
            },
            ["POST /admin/v1/votes/quarantine"] = async (app, person) =>
                OfVotes(person, "quarantine", "votes.quarantined", await AVote(app)),
            ["POST /admin/v1/votes/restore"] = async (app, person) =>
            {
                var votes = await AVote(app);
                (await (await app.FraudReviewer()).ChangesVotes("quarantine", votes)).Should(200);
                return OfVotes(person, "restore", "votes.restored", votes);
            },
            ["POST /admin/v1/votes/exclude"] = async (app, person) =>
                OfVotes(person, "exclude", "approval.asked", await AVote(app)),
            ["POST /admin/v1/votes/pause"] = async (app, person) =>
            {
                await app.Database.Execute("UPDATE voting_fences SET paused_at = NULL");
                return new Act(
                    "voting.paused",
                    () => person.Staff.Api.Post("/admin/v1/votes/pause", new { reason = "核查期间暂停。" })
                );
            },
            ["POST /admin/v1/votes/resume"] = async (app, person) =>
            {
                await app.Database.Execute("UPDATE voting_fences SET paused_at = NOW(6)");
                return new Act("voting.resumed", () => person.Staff.Api.Post("/admin/v1/votes/resume"));
            },
            ["POST /admin/v1/approvals/{id}/approve"] = async (app, person) =>
                await OfAnApproval(app, person, "approve", "approval.approved"),
            ["POST /admin/v1/approvals/{id}/refuse"] = async (app, person) =>
                await OfAnApproval(app, person, "refuse", "approval.refused"),
            ["POST /admin/v1/applications/{id}/paper-received"] = async (app, person) =>
            {
                var (_, applicationId, _) = await app.ACase();
                return new Act(
                    "application.paper-received",
                    () => person.Staff.ReceivesPaper(applicationId, "0000-0000-0000")
                );
            },
            ["POST /admin/v1/cases/{id}/start-review"] = async (app, person) =>
                await OfACase(person, (await app.ACase()).CaseId, "start-review"),
            ["POST /admin/v1/photos"] = (_, person) =>
                Is(
                    new Act(
                        "photo.uploaded",
                        () => person.Staff.SendsPortrait(Pictures.Png(30, 40)),
                        () => person.Staff.SendsPortrait("no picture"u8.ToArray())
                    )
                ),
            ["POST /admin/v1/applications"] = async (_, person) =>
            {
                var body = await person.Staff.Filing(channel: "Self");
                return new Act("application.filed", () => person.Staff.SendsFiling(body));
            },
            ["POST /admin/v1/applications/import"] = async (app, person) =>
            {
                await app.JoinsOrganization(person.Id, "DistrictUnion");
                var list = Sheet.Of(Sheet.Worker()).Bytes();
                return new Act(
                    "application.imported",
                    () => person.Staff.Imports(list),
                    () => person.Staff.Imports("no list"u8.ToArray())
                );
            },
            ["PUT /admin/v1/applications/{id}"] = async (app, person) =>
            {
                var id = await ImportedDraft(app, person);
                var body = await person.Staff.SeesFiled(id);
                return new Act("application.saved", () => person.Staff.SavesFiled(id, body, version: 1));
            },
            ["POST /admin/v1/applications/{id}/submit"] = async (app, person) =>
            {
                var id = await ImportedDraft(app, person);
                var body = await person.Staff.SeesFiled(id);
                await person.Staff.Completes(body);
                (await person.Staff.SavesFiled(id, body)).Should(200);
                return new Act("application.submitted", () => person.Staff.MovesFiled(id, "submit", version: 2));
            },
            ["POST /admin/v1/applications/{id}/withdraw"] = async (_, person) =>
            {
                var id = await person.Staff.Files(channel: "Self");
                return new Act("application.withdrawn", () => person.Staff.MovesFiled(id, "withdraw", version: 2));
            },
            ["POST /admin/v1/applications/{id}/rebind"] = async (app, person) =>
            {
                var id = await (await app.NewCitizen()).Applies();
                var (_, mobile) = await app.ACitizenWithPhone();
                return new Act("application.rebound", () => person.Staff.Rebinds(id, mobile, version: 2));
            },
            ["POST /admin/v1/cases/{id}/claim"] = async (app, person) =>
            {
                var (caseId, ended) = ((await app.ACase()).CaseId, (await app.ACaseUnderReview()).CaseId);
                await (await app.Staff(StaffRole.QualificationReviewer)).Rejects(ended);
                return new Act(
                    "case.claimed",
                    () => person.Staff.Does(caseId, "claim"),
                    () => person.Staff.Does(ended, "claim")
                );
            },
            ["POST /admin/v1/cases/{id}/release"] = async (app, person) =>
                OfAHeldCase(person, await Claimed(app, person), "release", "case.released"),
            ["POST /admin/v1/cases/{id}/contact"] = async (app, person) =>
            {
                var (held, other) = (await Claimed(app, person), (await app.ACase()).CaseId);
                return new Act(
                    "case.contact-unmasked",
                    () => person.Staff.Does(held, "contact"),
                    () => person.Staff.Does(other, "contact")
                );
            },
            ["POST /admin/v1/cases/{id}/screen"] = async (app, person) =>
                await OfACase(person, (await app.ACaseUnderReview()).CaseId, "screen"),
            ["PUT /admin/v1/cases/{id}/checklist"] = async (app, person) =>
            {
                var caseId = (await app.ACaseUnderReview()).CaseId;
                return new Act(
                    "case.checked",
                    () => person.Staff.Checks(caseId, ("age", "Met", null)),
                    () => person.Staff.Checks(caseId, ("no-such-rule", "Met", null))
                );
            },
            ["POST /admin/v1/cases/{id}/pass"] = async (app, person) =>
            {
                var caseId = (await app.ACaseUnderReview()).CaseId;
                await (await app.Staff(StaffRole.QualificationReviewer)).ChecksAll(caseId);
                return await OfACase(person, caseId, "pass");
            },
            ["POST /admin/v1/cases/{id}/return"] = async (app, person) =>
                await OfACase(person, (await app.ACaseUnderReview()).CaseId, "return"),
            ["POST /admin/v1/leading-group"] = (_, person) =>
                Is(
                    new Act(
                        "leading-group.member-added",
                        () => person.Staff.AddsMember("沈主席", "杭州市总工会", person.Id),
                        () => person.Staff.AddsMember("沈主席", "杭州市总工会", person.Id)
                    )
                ),
            ["PUT /admin/v1/leading-group/{id}"] = async (_, person) =>
            {
                var id = (await person.Staff.AddsMember("沈主席", "杭州市总工会")).Should(201).Word("id");
                return new Act(
                    "leading-group.member-changed",
                    () =>
                        person.Staff.Api.Put(
                            $"/admin/v1/leading-group/{id}",
                            new
                            {
                                name = "沈主任",
                                unit = "市总工会",
                                isMember = false,
                                version = 1,
                            }
                        )
                );
            },
            ["POST /admin/v1/meetings"] = async (app, person) =>
            {
                var caseId = (await app.ACaseIn(Stage.LeadingGroupDecision)).CaseId;
                return new Act(
                    "meeting.planned",
                    () => person.Staff.Plans("Decision", caseId),
                    () => person.Staff.Plans("Revocation", caseId)
                );
            },
            ["PUT /admin/v1/meetings/{id}"] = async (app, person) =>
            {
                var caseId = (await app.ACaseIn(Stage.LeadingGroupDecision)).CaseId;
                var id = (await person.Staff.Plans("Decision", caseId)).Should(201).Word("id");
                return new Act(
                    "meeting.changed",
                    () =>
                        person.Staff.Api.Put(
                            $"/admin/v1/meetings/{id}",
                            new
                            {
                                title = "第二次会议",
                                heldOn = MeetingDrivers.Today,
                                agenda = new[] { new { caseId, kind = "Decision" } },
                                version = 1,
                            }
                        )
                );
            },
            ["POST /admin/v1/meetings/{id}/open"] = async (app, person) =>
            {
                var caseId = (await app.ACaseIn(Stage.LeadingGroupDecision)).CaseId;
                await app.ALeadingGroup(voting: 1);
                var id = Guid.Parse((await person.Staff.Plans("Decision", caseId)).Should(201).Word("id"));
                return new Act("meeting.opened", () => person.Staff.Acts(id, "open", version: 1));
            },
            ["POST /admin/v1/meetings/{id}/close"] = async (app, person) =>
            {
                var (id, _, _) = await AMeeting(app);
                (await person.Staff.Acts(id, "minutes", MeetingDrivers.Minutes())).Should(200);
                return new Act("meeting.closed", () => person.Staff.Acts(id, "close", version: 4));
            },
            ["PUT /admin/v1/meetings/{id}/attendance"] = async (app, person) =>
            {
                var (id, _, member) = await AMeeting(app);
                return new Act(
                    "meeting.attendance-recorded",
                    () => person.Staff.Acts(id, "attendance", MeetingDrivers.Presence(member.Id), version: 3)
                );
            },
            ["PUT /admin/v1/meetings/{id}/minutes"] = async (app, person) =>
            {
                var (id, _, _) = await AMeeting(app);
                return new Act(
                    "meeting.minutes-recorded",
                    () => person.Staff.Acts(id, "minutes", MeetingDrivers.Minutes(), version: 3)
                );
            },
            ["PUT /admin/v1/meetings/{id}/order"] = async (app, person) =>
            {
                var (id, caseId, _) = await AMeeting(app);
                return new Act(
                    "meeting.order-recorded",
                    () => person.Staff.Acts(id, "order", MeetingDrivers.Order(caseId), version: 3)
                );
            },
            ["PUT /admin/v1/meetings/{id}/cases/{caseId}/opinion"] = async (app, person) =>
            {
                var (id, caseId, _) = await AMeeting(app);
                return new Act(
                    "meeting.opinion-recorded",
                    () =>
                        person.Staff.Acts(
                            id,
                            $"cases/{caseId}/opinion",
                            new() { ["text"] = "建议审定。", ["date"] = MeetingDrivers.Today },
                            version: 3
                        )
                );
            },
            ["POST /admin/v1/meetings/{id}/ballots"] = async (app, person) =>
            {
                var (id, caseId, member) = await AMeeting(app, offline: true);
                var scan = await person.Staff.UploadsScan();
                (await person.Staff.Acts(id, "minutes", MeetingDrivers.Minutes(scan))).Should(200);
                return new Act("meeting.ballot-cast", () => person.Staff.Casts(id, caseId, memberId: member.Id));
            },
            ["POST /admin/v1/meetings/{id}/recusals"] = async (app, person) =>
            {
                var (id, caseId, member) = await AMeeting(app, offline: true);
                return new Act("meeting.recusal-recorded", () => person.Staff.Recuses(id, caseId, member.Id));
            },
            ["POST /admin/v1/cases/{id}/decide"] = async (app, person) =>
            {
                var (id, caseId, member) = await AMeeting(app);
                (await member.Person!.Casts(id, caseId)).Should(201);
                return new Act("case.decide-yes", () => person.Staff.Decides(id, caseId));
            },
            ["POST /admin/v1/cases/{id}/recognise"] = async (app, person) =>
                await OfACase(person, (await app.ADecidedCase()).CaseId, "recognise"),
            ["POST /admin/v1/cases/{id}/revoke"] = async (app, person) =>
            {
                var (_, _, caseId, _) = await app.ALaureate();
                var members = await app.ALeadingGroup(voting: 1);
                var meetingId = await app.AnOpenMeeting(members, [caseId], "Revocation");
                await members.Vote(meetingId, caseId, "Agree");
                return new Act(
                    "case.revoke",
                    () => person.Staff.MovesCase(caseId, "revoke", new() { ["meetingId"] = meetingId })
                );
            },
            ["PUT /admin/v1/campaigns/{id}/places"] = async (app, person) =>
            {
                var id = await app.Database.Value<Guid>("SELECT id FROM campaigns WHERE is_current = 1");
                var version = await app.Database.Value<int>(
                    "SELECT places_version FROM campaigns WHERE id = @id",
                    new { id }
                );
                return new Act(
                    "campaign.places-changed",
                    () =>
                        person.Staff.Api.Put(
                            $"/admin/v1/campaigns/{id}/places",
                            new
                            {
                                places = 1000,
                                reason = "主办单位议定。",
                                version,
                            }
                        )
                );
            },
            ["PUT /admin/v1/laureates/{id}"] = async (app, person) =>
            {
                var id = (await app.ALaureate()).LaureateId;
                var body = new { medalOn = MeetingDrivers.Today, version = 1 };
                return new Act(
                    "laureate.honours-recorded",
                    () => person.Staff.Api.Put($"/admin/v1/laureates/{id}", body)
                );
            },
            ["PUT /admin/v1/laureates/{id}/story"] = async (app, person) =>
            {
                var id = (await app.ALaureate()).LaureateId;
                return new Act("laureate.story-written", () => Tells(person, id));
            },
            ["POST /admin/v1/laureates/{id}/publish"] = async (app, person) =>
            {
                var id = (await app.ALaureate()).LaureateId;
                (await Tells(person, id)).Should(200);
                var body = new { version = 2 };
                return new Act(
                    "laureate.published",
                    () => person.Staff.Api.Post($"/admin/v1/laureates/{id}/publish", body)
                );
            },
            ["POST /admin/v1/laureates/{id}/unpublish"] = async (app, person) =>
            {
                var id = (await app.ALaureate()).LaureateId;
                var body = new { reason = "核实中。", version = 1 };
                return new Act(
                    "laureate.unpublished",
                    () => person.Staff.Api.Post($"/admin/v1/laureates/{id}/unpublish", body)
                );
            },
            ["POST /admin/v1/laureate-offers/{id}/approve"] = async (app, person) =>
            {
                var id = (await app.OfferRow()).OfferId;
                var body = new { contentFit = true, version = 1 };
                return new Act(
                    "offer.approved",
                    () => person.Staff.Api.Post($"/admin/v1/laureate-offers/{id}/approve", body)
                );
            },
            ["POST /admin/v1/laureate-offers/{id}/refuse"] = async (app, person) =>
            {
                var id = (await app.OfferRow()).OfferId;
                var body = new { word = "请写明时间。", version = 1 };
                return new Act(
                    "offer.refused",
                    () => person.Staff.Api.Post($"/admin/v1/laureate-offers/{id}/refuse", body)
                );
            },
            ["POST /admin/v1/laureate-offers/{id}/withdraw"] = async (app, person) =>
            {
                var id = (await app.OfferRow("Approved")).OfferId;
                var body = new { word = "场地不能再用。", version = 1 };
                return new Act(
                    "offer.withdrawn",
                    () => person.Staff.Api.Post($"/admin/v1/laureate-offers/{id}/withdraw", body)
                );
            },
            ["POST /admin/v1/offer-requests/{id}/confirm"] = async (app, person) =>
            {
                var id = (await app.OfferRow("Approved")).RequestId;
                var body = new { word = "周六下午两点。", version = 1 };
                return new Act(
                    "offer-request.confirmed",
                    () => person.Staff.Api.Post($"/admin/v1/offer-requests/{id}/confirm", body)
                );
            },
            ["POST /admin/v1/offer-requests/{id}/decline"] = async (app, person) =>
            {
                var id = (await app.OfferRow("Approved")).RequestId;
                var body = new { word = "名额已满。", version = 1 };
                return new Act(
                    "offer-request.declined",
                    () => person.Staff.Api.Post($"/admin/v1/offer-requests/{id}/decline", body)
                );
            },
            ["POST /admin/v1/cases/{id}/reject"] = async (app, person) =>
                await OfACase(person, (await app.ACaseUnderReview()).CaseId, "reject"),
            ["PUT /admin/v1/campaign-days/{day}"] = (_, person) =>
                Is(
                    new Act(
                        "campaign-day.changed",
                        () =>
                            person.Staff.Api.Put(
                                "/admin/v1/campaign-days/2032-05-01",
                                new
                                {
                                    kind = "DayOff",
                                    name = "劳动节",
                                    version = 0,
                                }
                            )
                    )
                ),
            ["POST /admin/v1/public-notices"] = (_, person) =>
                Is(
                    new Act(
                        "public-notice.drafted",
                        () => person.Staff.SendsNotice([]),
                        () => person.Staff.SendsNotice([], workingDays: 0)
                    )
                ),
            ["PUT /admin/v1/public-notices/{id}"] = async (_, person) =>
            {
                var noticeId = await person.Staff.DraftsNotice();
                var body = new
                {
                    title = "公示",
                    caseIds = Array.Empty<Guid>(),
                    version = 1,
                };
                return new Act(
                    "public-notice.changed",
                    () => person.Staff.Api.Put($"{NoticeDrivers.Notices}/{noticeId}", body)
                );
            },
            ["POST /admin/v1/public-notices/{id}/open"] = async (app, person) =>
            {
                var noticeId = await person.Staff.DraftsNotice((await app.AShortlistedCase()).CaseId);
                return new Act(
                    "public-notice.opened",
                    () => person.Staff.OpensNotice(noticeId),
                    Along: "case.open-notice"
                );
            },
            ["POST /admin/v1/public-notices/{id}/publications"] = async (app, person) =>
            {
                var notice = await app.ANotice();
                return new Act(
                    "public-notice.publication-recorded",
                    () => person.Staff.Publishes(notice.Id, "Television")
                );
            },
            ["POST /admin/v1/cases/{id}/end-notice"] = async (app, person) =>
            {
                var notice = await app.ANotice();
                await app.NoticePasses(notice.Id);
                return new Act("case.end-notice", () => app.EndsNotice(person.Staff, notice.Workers[0].CaseId));
            },
            ["POST /admin/v1/cases/{id}/disqualify"] = async (app, person) =>
            {
                var caseId = (await app.ACaseUnderReview()).CaseId;
                var body = new
                {
                    version = await app.VersionOfCase(caseId),
                    fileIds = new[] { await person.Staff.UploadsScan() },
                    reason = "获奖证书系伪造。",
                };
                return new Act(
                    "approval.asked",
                    () => person.Staff.Api.Post($"/admin/v1/cases/{caseId}/disqualify", body)
                );
            },
            ["POST /admin/v1/objections"] = async (app, person) =>
            {
                var notice = await app.ANotice();
                return new Act(
                    "objection.entered",
                    () => person.Staff.EntersObjection(notice),
                    () => person.Staff.EntersObjection(notice, "Online")
                );
            },
            ["POST /admin/v1/objections/{id}/acknowledge"] = async (app, person) =>
            {
                var (id, _) = await app.AnObjection(await app.ANotice());
                return new Act("objection.acknowledged", () => app.Examines(person.Staff, id, "acknowledge"));
            },
            ["POST /admin/v1/objections/{id}/contact"] = async (app, person) =>
            {
                var id = await Examined(app, person);
                return new Act(
                    "objection.contact-unmasked",
                    () =>
                        person.Staff.Api.Post($"{ObjectionDrivers.Objections}/{id}/contact", new { reason = "核实。" }),
                    () => person.Staff.Api.Post($"{ObjectionDrivers.Objections}/{id}/contact", new { })
                );
            },
            ["POST /admin/v1/objections/{id}/uphold"] = async (app, person) =>
            {
                var id = await Examined(app, person);
                return new Act(
                    "objection.upheld",
                    () => app.Examines(person.Staff, id, "uphold", "Rejected"),
                    Along: "case.uphold-to-rejected"
                );
            },
            ["POST /admin/v1/objections/{id}/dismiss"] = async (app, person) =>
            {
                var id = await Examined(app, person);
                return new Act("objection.dismissed", () => app.Examines(person.Staff, id, "dismiss"));
            },
            ["PUT /admin/v1/criteria"] = async (_, person) =>
            {
                var version = (await person.Staff.Api.Get("/admin/v1/criteria")).Should(200).Number("version");
                var body = new
                {
                    version,
                    scale = 100,
                    items = new[]
                    {
                        new
                        {
                            id = "skill",
                            name = "技艺水平",
                            weight = 100,
                        },
                    },
                };
                return new Act("criteria.changed", () => person.Staff.Api.Put("/admin/v1/criteria", body));
            },
            ["POST /admin/v1/panels"] = (app, person) =>
            {
                var body = new { name = app.UniqueName("评审组"), trades = Array.Empty<string>() };
                return Is(new Act("panel.added", () => person.Staff.Api.Post("/admin/v1/panels", body)));
            },
            ["PUT /admin/v1/panels/{id}"] = async (app, person) =>
            {
                var panel = await app.APanel(experts: 0);
                var body = new
                {
                    name = app.UniqueName("评审组"),
                    trades = Array.Empty<string>(),
                    version = await panel.Version(),
                };
                return new Act("panel.changed", () => person.Staff.Api.Put(panel.Path, body));
            },
            ["POST /admin/v1/panels/{id}/members"] = async (app, person) =>
            {
                var panel = await app.APanel(experts: 0);
                return OfAPanel(
                    panel,
                    person,
                    "members",
                    "panel.member-added",
                    new
                    {
                        staffId = person.Id,
                        kind = "Media",
                        version = 1,
                    }
                );
            },
            ["DELETE /admin/v1/panels/{id}/members/{staffId}"] = async (app, person) =>
            {
                var panel = await app.APanel(experts: 1);
                var path = $"{panel.Path}/members/{panel.Experts[0].Id}?version={await panel.Version()}";
                return new Act("panel.member-removed", () => person.Staff.Api.Delete(path));
            },
            ["POST /admin/v1/panels/{id}/conflicts"] = async (app, person) =>
            {
                var (panel, caseId) = await Judging(app, person);
                return OfAPanel(panel, person, "conflicts", "panel.conflict-added", OfASheet(caseId, person));
            },
            ["PUT /admin/v1/panels/{id}/conflicts"] = async (app, person) =>
            {
                var (panel, _) = await Judging(app, person);
                return new Act(
                    "panel.conflicts-declared",
                    () => Declares(panel, person, TimeProvider.System.GetUtcNow()),
                    () => Declares(panel, person, TimeProvider.System.GetUtcNow().AddDays(1))
                );
            },
            ["POST /admin/v1/panels/{id}/assignments"] = async (app, person) =>
            {
                var panel = await app.APanel();
                return OfAPanel(
                    panel,
                    person,
                    "assignments",
                    "panel.assigned",
                    new { version = await panel.Version() }
                );
            },
            ["PUT /admin/v1/panels/{id}/assignments/{caseId}/{staffId}"] = async (app, person) =>
            {
                var (panel, caseId) = await Judging(app, person);
                (await Unassigns(panel, person, caseId)).Should(204);
                var path = $"{panel.Path}/assignments/{caseId}/{person.Id}";
                return new Act(
                    "panel.expert-assigned",
                    () => person.Staff.Api.Put(path, new { reason = "补足专家人数。" })
                );
            },
            ["DELETE /admin/v1/panels/{id}/assignments/{caseId}/{staffId}"] = async (app, person) =>
            {
                var (panel, caseId) = await Judging(app, person);
                return new Act("panel.expert-unassigned", () => Unassigns(panel, person, caseId));
            },
            ["POST /admin/v1/panels/{id}/scores"] = async (app, person) =>
            {
                var (panel, caseId) = await Judging(app, person);
                return new Act("score.submitted", () => Scores(panel, person, caseId));
            },
            ["POST /admin/v1/panels/{id}/scores/reopen"] = async (app, person) =>
            {
                var (panel, caseId) = await Judging(app, person);
                (await Scores(panel, person, caseId)).Should(200);
                return OfAPanel(panel, person, "scores/reopen", "score.reopened", OfASheet(caseId, person));
            },
            ["POST /admin/v1/panels/{id}/scores/waive"] = async (app, person) =>
            {
                var (panel, caseId) = await Judging(app, person);
                return OfAPanel(panel, person, "scores/waive", "score.waived", OfASheet(caseId, person));
            },
            ["POST /admin/v1/panels/{id}/close"] = async (app, person) =>
            {
                var panel = await app.APanel(experts: 0);
                return OfAPanel(panel, person, "close", "panel.closed", new { version = await panel.Version() });
            },
            ["POST /admin/v1/panels/{id}/reopen"] = async (app, person) =>
            {
                var panel = await app.APanel(experts: 0);
                (await panel.Closes()).Should(200);
                return OfAPanel(
                    panel,
                    person,
                    "reopen",
                    "panel.reopened",
                    new { version = await panel.Version(), reason = "案卷重新评审。" }
                );
            },
            ["POST /admin/v1/cases/{id}/shortlist"] = async (app, person) =>
                await OfAScoredCase(app, person, "shortlist"),
            ["POST /admin/v1/cases/{id}/not-select"] = async (app, person) =>
                await OfAScoredCase(app, person, "not-select"),
        };

    private async Task<string?> FaultOf(string route, Func<App, Person, Task<Act>> prepare)
    {
        var (id, staff) = await app.NewStaff(Enum.GetValues<StaffRole>());
        var act = await prepare(app, new Person(id, staff));

        var before = await EntriesOf(id);
        var done = await act.Perform();
        var after = await EntriesOf(id);
        var refused = await (act.Refused ?? act.Perform)();
        var last = await EntriesOf(id);

        return done.Status is < 200 or >= 300 ? $"{route} was to succeed and answered {done.Status}: {done.Text}"
            : !after
                .Order(StringComparer.Ordinal)
                .SequenceEqual(
                    new[] { act.Action, act.Along }.OfType<string>().Concat(before).Order(StringComparer.Ordinal)
                )
                ? $"{route} was to leave one entry {act.Action}, and [{string.Join(", ", before)}] became [{string.Join(", ", after)}]"
            : refused.Status < 400 ? $"{route} was to be refused and answered {refused.Status}: {refused.Text}"
            : last.Count != after.Count ? $"{route} was refused ({refused.Code}) and left {last[^1]}"
            : null;
    }

    private Task<IReadOnlyList<string>> EntriesOf(Guid staffId) =>
        app.Database.Rows<string>(
            "SELECT action FROM audit_entries WHERE staff_id = @staffId ORDER BY at, id",
            new { staffId }
        );

    private static Func<App, Person, Task<Act>> OfATip(string move, string action, Func<int, object?> body) =>
        async (app, person) =>
        {
            var tipId = await (await app.NewCitizen()).Tips();
            var version = await person.Staff.Claims(tipId);
            return new Act(action, () => person.Staff.Decides(tipId, move, body(version)));
        };

    private static async Task<Act> OfACandidate(Person person, Guid candidateId, string move, string action)
    {
        var body = new
        {
            version = await VersionOf(person, candidateId),
            identityCheck = "电话核对本人姓名和单位",
            reason = "工作单位信息需要核实",
        };
        return new Act(action, () => person.Staff.Api.Post($"/admin/v1/candidates/{candidateId}/{move}", body));
    }

    /// <summary>An open meeting about one case, with one member who is present. Its version is 3.</summary>
    private static async Task<(Guid Id, Guid CaseId, Member Member)> AMeeting(App app, bool offline = false)
    {
        await app.HasPlaces(1000);
        var caseId = (await app.ACaseIn(Stage.LeadingGroupDecision)).CaseId;
        var members = await app.ALeadingGroup(offline ? 0 : 1, offline ? 1 : 0);
        return (await app.AnOpenMeeting(members, [caseId]), caseId, members[0]);
    }

    private static Task<Answer> Tells(Person person, Guid laureateId) =>
        person.Staff.Api.Put($"/admin/v1/laureates/{laureateId}/story", new { text = "三十年守着织机。", version = 1 });

    private static async Task<Act> OfACase(Person person, Guid caseId, string move)
    {
        var version = (await person.Staff.SeesCase(caseId)).Number("version");
        return new Act($"case.{move}", () => person.Staff.MovesCase(caseId, move, version: version));
    }

    private static async Task<Guid> Examined(App app, Person person)
    {
        var (id, _) = await app.AnObjection(await app.ANotice(), named: true);
        (await app.Examines(person.Staff, id, "acknowledge")).Should(200);
        return id;
    }

    private static Act OfAPanel(TestPanel panel, Person person, string act, string action, object body) =>
        new(action, () => person.Staff.Api.Post($"{panel.Path}/{act}", body));

    /// <summary>A panel in which the person judges a case.</summary>
    private static async Task<(TestPanel Panel, Guid CaseId)> Judging(App app, Person person)
    {
        var panel = await app.APanel(experts: 0);
        (await panel.Adds(person.Id, "Expert")).Should(200);
        var caseId = await panel.Receives("沈阿根", "杭州机床厂");
        (await Declares(panel, person, TimeProvider.System.GetUtcNow())).Should(204);
        (await panel.Assigns(caseId, new ExpertPerson(person.Id, person.Staff))).Should(204);
        return (panel, caseId);
    }

    private static Task<Answer> Declares(TestPanel panel, Person person, DateTimeOffset asOf) =>
        person.Staff.Api.Put($"{panel.Path}/conflicts", new { asOf, conflicts = Array.Empty<object>() });

    private static Task<Answer> Unassigns(TestPanel panel, Person person, Guid caseId) =>
        person.Staff.Api.Delete(
            $"{panel.Path}/assignments/{caseId}/{person.Id}?reason={Uri.EscapeDataString("调整分派")}"
        );

    private static object OfASheet(Guid caseId, Person person) =>
        new
        {
            caseId,
            staffId = person.Id,
            reason = "专家来电说明。",
        };

    /// <summary>Submits points for whatever the criteria are now.</summary>
    private static async Task<Answer> Scores(TestPanel panel, Person person, Guid caseId)
    {
        var criteria = (await person.Staff.Api.Get("/admin/v1/criteria")).Should(200).Json.GetProperty("items");
        var ids = criteria.EnumerateArray().Select(item => item.GetProperty("id").GetString()!);
        return await panel.Sends(
            new ExpertPerson(person.Id, person.Staff),
            caseId,
            true,
            [.. ids.Select(id => (id, (int?)80, (string?)"看过材料。"))]
        );
    }

    private static async Task<Act> OfAScoredCase(App app, Person person, string move)
    {
        var (panel, caseId) = await Judging(app, person);
        (await Scores(panel, person, caseId)).Should(200);
        (await panel.Closes()).Should(200);
        var version = (await person.Staff.SeesCase(caseId)).Number("version");
        return new Act(
            $"case.{move}",
            () => person.Staff.Api.Post($"/admin/v1/cases/{caseId}/{move}", new { version, message = "名额所限。" })
        );
    }

    private static async Task<Guid> ImportedDraft(App app, Person person)
    {
        await app.JoinsOrganization(person.Id, "DistrictUnion");
        var report = (await person.Staff.Imports(Sheet.Of(Sheet.Worker()).Bytes())).Should(200);
        return report.Json.GetProperty("items")[0].GetProperty("applicationId").GetGuid();
    }

    private static async Task<Guid> Claimed(App app, Person person)
    {
        var caseId = (await app.ACase()).CaseId;
        (await person.Staff.Does(caseId, "claim")).Should(200);
        return caseId;
    }

    private static Act OfAHeldCase(Person person, Guid caseId, string act, string action) =>
        new(action, () => person.Staff.Does(caseId, act));

    private static async Task<IReadOnlyList<Guid>> AVote(App app) => await app.VoteRows(await app.CandidateRow(), 1);

    private static Act OfVotes(Person person, string act, string action, IReadOnlyList<Guid> votes) =>
        new(
            action,
            () => person.Staff.ChangesVotes(act, votes),
            () => person.Staff.ChangesVotes(act, votes, "Not a code")
        );

    private static async Task<Act> OfAnApproval(App app, Person person, string word, string action)
    {
        var asked = (await (await app.FraudReviewer()).ChangesVotes("exclude", await AVote(app))).Should(202);
        return new Act(action, () => person.Staff.Decides(asked.Word("approvalId"), word));
    }

    private static async Task<string> AReport(App app) =>
        (await (await app.NewCitizen()).Reports(await app.APublishedCandidate())).Should(201).Word("id");

    private static async Task<Guid> Accepted(App app)
    {
        var candidateId = await app.ACandidate();
        var code = await (await app.Staff(StaffRole.TipReviewer)).Invites(candidateId);
        await (await app.NewCitizen()).Accepts(code);
        return candidateId;
    }

    private static async Task<int> VersionOf(Person person, Guid candidateId) =>
        (await person.Staff.Reads(candidateId)).GetProperty("version").GetInt32();

    private static Task<Answer> LogsIn(App app, Person person, string password) =>
        app.Anonymous.Post("/admin/v1/auth/login", new { userName = person.Staff.UserName, password });

    private static Task<Answer> Refreshes(App app, string refreshToken) =>
        app.Anonymous.Post("/admin/v1/auth/refresh", new { refreshToken });

    private static Task<Act> Is(Act act) => Task.FromResult(act);

    private sealed record Person(Guid Id, StaffMember Staff);
}
