using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Craftsman.Domain;
using Craftsman.Domain.Candidates;

namespace Craftsman.Api.Candidates;

/// <summary>The letter that asks a worker whether they agree to be named; printed on A4, so that it reaches those without WeChat contacts too.</summary>
/// <param name="ExpiresAt">Exclusive.</param>
public sealed record InvitationLetter(
    string CampaignName,
    string CandidateName,
    int TipsterCount,
    IReadOnlyList<string> Said,
    string Code,
    DateTimeOffset ExpiresAt,
    DateOnly PrintedOn
)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>One page that needs nothing from elsewhere. Every value is encoded: citizens wrote most of them.</summary>
    public string ToHtml(byte[] qrPng) =>
        $$"""
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <title>邀请信</title>
            <style>
            @page { size: A4; margin: 22mm 24mm; }
            body { font-family: "SimSun", "Songti SC", "Noto Serif CJK SC", serif; font-size: 12pt; line-height: 1.75; color: #000; max-width: 162mm; margin: 0 auto; }
            h1 { font-size: 18pt; text-align: center; }
            blockquote { margin: 0 0 3mm 0; padding-left: 4mm; border-left: 1mm solid #999; white-space: pre-line; overflow-wrap: anywhere; break-inside: avoid; }
            .answer { display: flex; gap: 8mm; align-items: center; break-inside: avoid; }
            .answer img { width: 38mm; height: 38mm; }
            .code { font-family: "Courier New", monospace; font-size: 16pt; font-weight: bold; white-space: nowrap; }
            .signed { text-align: right; break-inside: avoid; }
            </style>
            </head>
            <body>
            <h1>{{Text(CampaignName)}}<br>邀请信</h1>
            <p>尊敬的{{Text(CandidateName)}}师傅：</p>
            <p>您好！在“寻找我身边的杭州工匠”活动中，有 {{Text(
            TipsterCount.ToString(CultureInfo.InvariantCulture)
        )}} 位市民推荐了您。他们是这样说的：</p>
            {{string.Concat(Said.Select(said => $"<blockquote>{Text(said)}</blockquote>\n"))}}
            <p>没有您本人的同意，我们不会公开您的姓名和事迹。<strong>如果您同意</strong>，您的姓名、专业领域和经工会审核的事迹将在活动小程序中展示，市民可以为您投票；照片和工作单位是否展示，由您自己选择。您还可以在小程序里填写“杭州工匠”申报表，参加评审。同意之后，您也可以随时告诉我们撤回，撤回后停止展示。</p>
            <p><strong>如果您不同意</strong>，请扫码后选择“谢绝”，推荐人留下的您的联系方式会随即删除，我们不再打扰。不作答复，也不会公开。</p>
            <p>请在 <strong>{{Text(InHangzhou(ExpiresAt))}}</strong> 之前，用您本人的微信扫描二维码答复，或在小程序中输入邀请码：</p>
            <div class="answer">
            <img alt="二维码" src="data:image/png;base64,{{Convert.ToBase64String(qrPng)}}">
            <div>邀请码<br><span class="code">{{Text(InvitationCode.InGroups(Code))}}</span></div>
            </div>
            <p>邀请码只供您本人使用，请不要转给他人，推荐人也不能代您答复。答复后，工会工作人员会与您核实身份。</p>
            <p class="signed">杭州市总工会<br>{{Text(PrintedOn.ToString("yyyy年M月d日", CultureInfo.InvariantCulture))}}</p>
            </body>
            </html>
            """;

    private static string Text(string value) => Encoder.Encode(value);

    private static string InHangzhou(DateTimeOffset instant) =>
        instant.ToOffset(ChinaDay.Offset).ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture);
}
