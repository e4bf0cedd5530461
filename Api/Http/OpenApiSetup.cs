using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Infrastructure.Identity;
using Craftsman.Infrastructure.Voting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Craftsman.Api.Http;

/// <summary>Two descriptions: <c>v1</c> for the mini program and <c>admin</c> for staff.</summary>
public static class OpenApiSetup
{
    public const string MiniProgram = "v1";
    public const string Admin = "admin";

    private const string AboutMiniProgram = """
        “寻找我身边的杭州工匠”小程序的接口：登录、推荐、投票、申报、查看进展。每个拒绝都是一份 application/problem+json，
        code 供程序判断，title 供市民阅读，全部列在 problems.md。时刻为 UTC（ISO 8601），日期为杭州当日（yyyy-MM-dd）。
        字段只增不改，客户端请忽略不认识的字段。
        """;

    private const string AboutAdmin = """
        工作人员的接口：核实线索、合并人选、办理案卷直至认定。各角色只见到自己的工作；每次办理都记录在案。
        每个拒绝都是一份 application/problem+json，全部列在 problems.md。
        """;

    private static readonly Dictionary<string, string> Tags = new(StringComparer.Ordinal)
    {
        ["举报"] = "公开内容不合适时的举报和处理",
        ["人选"] = "公开的人选：列表、搜索、附近、合并、邀请、公开展示",
        ["我的"] = "本人的资料、同意和导出",
        ["投票"] = "投票、回执、排行",
        ["活动"] = "本届活动的日程、条件和自查",
        ["消息"] = "订阅消息",
        ["照片和文件"] = "照片和证明材料的上传与查看",
        ["申报"] = "申报表：四个渠道的填写、提交、补正、打印",
        ["登录"] = "登录、续期、退出",
        ["线索"] = "市民推荐的线索和它的办理",
        ["邀请"] = "邀请人选本人确认",
        ["审批"] = "需要第二个人同意的事",
        ["票务"] = "投票异常、暂扣、剔除、核对",
        ["纸质申报表"] = "收到的纸质申报表",
        ["资格审核"] = "案卷的资格审核",
        ["专家评审"] = "评审组、回避、分配、评分、排名和入围名单",
        ["社会公示"] = "公示名单和对它的异议",
        ["异议"] = "异议的受理、核查和处理",
        ["领导小组"] = "领导小组的成员、会议、表决和审定",
        ["杭州工匠"] = "已认定的“杭州工匠”、奖励、事迹和传承",
    };

    public static void AddOpenApiDocuments(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(options =>
        {
            options.SwaggerDoc(MiniProgram, new OpenApiInfo { Title = "Craftsman · 小程序接口", Version = "v1" });
            options.SwaggerDoc(Admin, new OpenApiInfo { Title = "Craftsman · 工作人员接口", Version = "v1" });
            options.SupportNonNullableReferenceTypes();
            options.NonNullableReferenceTypesAsRequired();
            options.CustomSchemaIds(NameOf);
            options.CustomOperationIds(NameOf);
            options.MapType<OpaqueId>(Id);
            options.MapType<Guid>(Id);
            options.SchemaFilter<Fields>();
            options.ParameterFilter<Sent>();
            options.OperationFilter<Answers>();
            options.DocumentFilter<Whole>();
            foreach (var assembly in new[] { typeof(OpenApiSetup).Assembly, typeof(Refusal).Assembly })
            {
                options.IncludeXmlComments(assembly, includeControllerXmlComments: false);
            }
        });
    }

    public static void MapOpenApiDocuments(this WebApplication app) =>
        // Only what asks for a description goes through these, and not each vote.
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments("/swagger", StringComparison.Ordinal),
            swagger =>
            {
                swagger.UseSwagger(options => options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1);
                swagger.UseSwaggerUI(options =>
                {
                    options.SwaggerEndpoint($"/swagger/{MiniProgram}/swagger.json", "小程序");
                    options.SwaggerEndpoint($"/swagger/{Admin}/swagger.json", "工作人员");
                });
            }
        );

    /// <summary>Writes a description as the running service serves it. Needs no server: nothing is started, only the routes are read.</summary>
    public static async Task Describe(this WebApplication app, string document, TextWriter writer)
    {
        app.UseRouting();
        app.UseEndpoints(_ => { });
        var description = await app.Services.GetRequiredService<IAsyncSwaggerProvider>().GetSwaggerAsync(document);
        await writer.WriteLineAsync(await description.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1));
    }

    /// <summary>The action and its part: <c>SendTip.Request</c> becomes <c>SendTipRequest</c>.</summary>
    private static string NameOf(Type type) =>
        type.IsGenericType
            ? string.Concat(type.GetGenericArguments().Select(NameOf))
                + type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]
        : type.DeclaringType is { } outer ? outer.Name + type.Name
        : type.Name;

    /// <summary>The action: <c>SendTip</c>; where one file holds two, with the caller's: <c>LogOutOfStaff</c>.</summary>
    private static string? NameOf(ApiDescription description) =>
        description.TryGetMethodInfo(out var method)
            ? method.DeclaringType!.Name + (method.Name == "Handle" ? "" : method.Name)
            : null;

    /// <summary>Opaque to clients; this is as long as one is.</summary>
    private static OpenApiSchema Id() => new() { Type = JsonSchemaType.String, MaxLength = 36 };

    private static string SchemeOf(string document) =>
        document == Admin ? AccessTokens.StaffScheme : AccessTokens.CitizenScheme;

    /// <summary>What is no reference and cannot be null is always there: numbers, instants, words of an enum. Fields may be added, so no schema is closed.</summary>
    private sealed class Fields : ISchemaFilter
    {
        /// <summary>Of a list of words: ids, templates, names of fields. A longer one is none that we know.</summary>
        private const int LongestWord = 64;

        public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
        {
            if (
                schema is OpenApiSchema { Type: { } type } list
                && type.HasFlag(JsonSchemaType.Array)
                && context.MemberInfo?.GetCustomAttribute<AtMostAttribute>() is { } most
            )
            {
                list.MaxItems = most.Most;
                if (list.Items is OpenApiSchema { Type: JsonSchemaType.String, Format: null } item)
                {
                    item.MaxLength ??= LongestWord;
                }
            }

            if (schema is OpenApiSchema field && context.MemberInfo is { } member)
            {
                Bound(field, member.GetCustomAttributes<ValidationAttribute>());
            }

            if (schema is not OpenApiSchema { Properties: { Count: > 0 } properties } known)
            {
                return;
            }

            known.AdditionalPropertiesAllowed = true;
            var nullability = new NullabilityInfoContext();
            foreach (var property in context.Type.GetProperties())
            {
                var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
                if (!properties.TryGetValue(name, out var described))
                {
                    continue;
                }

                if (property.PropertyType.IsValueType && Nullable.GetUnderlyingType(property.PropertyType) is null)
                {
                    known.Required ??= new HashSet<string>();
                    known.Required.Add(name);
                }

                if (property.GetCustomAttribute<RequiredAttribute>() is not null)
                {
                    if (described is OpenApiSchema needed)
                    {
                        needed.Type &= ~JsonSchemaType.Null;
                    }
                }
                else if (
                    described is OpenApiSchemaReference
                    && nullability.Create(property).ReadState == NullabilityState.Nullable
                )
                {
                    properties[name] = OrNull(described);
                }
            }

            if (context.Type == typeof(Problem))
            {
                // What a refusal does not have, it leaves out; every other answer writes null.
                foreach (var left in properties.Values.OfType<OpenApiSchema>())
                {
                    left.Type &= ~JsonSchemaType.Null;
                }
            }
        }

        /// <summary>A reference cannot say of itself that it may be null.</summary>
        private static OpenApiSchema OrNull(IOpenApiSchema reference)
        {
            var schema = new OpenApiSchema
            {
                OneOf = [reference, new OpenApiSchema { Type = JsonSchemaType.Null }],
                Description = reference.Description,
            };
            reference.Description = null;
            return schema;
        }
    }

    /// <summary>What our own attributes demand of a field. 字 are no length that a schema could tell, so they have a name of their own: <c>x-zi</c>.</summary>
    private static void Bound(OpenApiSchema field, IEnumerable<ValidationAttribute> attributes)
    {
        foreach (var attribute in attributes)
        {
            switch (attribute)
            {
                case LineAttribute line:
                    field.MinLength = 1;
                    field.Pattern = line.Pattern;
                    break;
                case ZiAttribute zi:
                    field.Extensions ??= new Dictionary<string, IOpenApiExtension>();
                    field.Extensions["x-zi"] = new JsonNodeExtension(
                        new JsonObject { ["minimum"] = zi.Least, ["maximum"] = zi.Most }
                    );
                    break;
                case CampaignDayAttribute:
                    field.Pattern = CampaignDayAttribute.Pattern;
                    break;
            }
        }
    }

    /// <summary>
    /// Query parameters that the handler itself reads: anything longer than these is refused as what is in no list, or found nowhere.
    /// </summary>
    private sealed class Sent : IParameterFilter
    {
        private const int LongestId = 64;

        private static readonly Dictionary<string, int> Longest = new(StringComparer.Ordinal)
        {
            ["cursor"] = 1024,
            ["q"] = 64,
            ["kind"] = 32,
            ["from"] = 10,
            ["to"] = 10,
            ["district"] = 6,
            ["trade"] = 32,
            ["state"] = 32,
            ["sort"] = 32,
            ["channel"] = 32,
            ["contentCheck"] = 32,
            ["claimedBy"] = 36,
            ["noticeId"] = 36,
        };

        public void Apply(IOpenApiParameter parameter, ParameterFilterContext context)
        {
            if (parameter.Schema is OpenApiSchema field && context.ParameterInfo is { } read)
            {
                Bound(field, read.GetCustomAttributes<ValidationAttribute>());
            }

            if (
                parameter is { Name: { } name, Schema: OpenApiSchema { Type: { } type, Format: null } schema }
                && type.HasFlag(JsonSchemaType.String)
                && schema.Enum is not { Count: > 0 }
            )
            {
                schema.MaxLength ??=
                    parameter.In == ParameterLocation.Path ? LongestId
                    : Longest.TryGetValue(name, out var most) ? most
                    : null;
            }
        }
    }

    /// <summary>What concerns a description as a whole: how one gets in, and an order that does not depend on that of the code.</summary>
    private sealed class Whole : IDocumentFilter
    {
        public void Apply(OpenApiDocument document, DocumentFilterContext context)
        {
            var paths = new OpenApiPaths();
            foreach (var (path, item) in document.Paths.OrderBy(path => path.Key, StringComparer.Ordinal))
            {
                paths.Add(path, item);
            }

            document.Paths = paths;
            document.Info.Description = context.DocumentName == Admin ? AboutAdmin : AboutMiniProgram;
            document.Info.Contact = new OpenApiContact { Name = "杭州市总工会“杭州工匠”认定工作办公室" };
            document.Servers = [new OpenApiServer { Url = "/", Description = "服务部署的地址，只经 HTTPS 访问" }];
            foreach (var tag in document.Tags ?? new HashSet<OpenApiTag>())
            {
                tag.Description = Tags.GetValueOrDefault(tag.Name ?? "");
            }

            document.Components!.Schemas!.Remove(nameof(ProblemDetails));
            AlwaysThere(document);
            ObservedAnswers.AddTo(document);
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                [SchemeOf(context.DocumentName)] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.Http,
                    Scheme = "bearer",
                    BearerFormat = "JWT",
                    Description =
                        context.DocumentName == Admin
                            ? "工作人员的访问令牌，由 POST /admin/v1/auth/login 取得，15 分钟有效。签发和检查遵循 RFC8725。"
                            : "市民的访问令牌，由 POST /api/v1/auth/wechat 取得，15 分钟有效。签发和检查遵循 RFC8725。",
                },
            };
        }
    }

    /// <summary>An answer has all of its fields: what there is nothing to say of is null. What is sent may leave it out, and no schema is of both.</summary>
    private static void AlwaysThere(OpenApiDocument document)
    {
        var schemas = document.Components!.Schemas!;
        var operations = document.Paths.Values.SelectMany(path => path.Operations!.Values).ToList();
        var sent = NamesIn(operations.Select(operation => operation.RequestBody?.Content));
        foreach (var (name, schema) in schemas)
        {
            if (
                schema is OpenApiSchema { Properties: { } properties } answered
                && !sent.Contains(name)
                && name != nameof(Problem)
            )
            {
                answered.Required = properties.Keys.ToHashSet();
            }
        }

        HashSet<string> NamesIn(IEnumerable<IDictionary<string, IOpenApiMediaType>?> contents)
        {
            var names = new HashSet<string>();
            var open = new Stack<IOpenApiSchema?>(
                contents.SelectMany(content => content?.Values ?? []).Select(content => content.Schema)
            );
            while (open.TryPop(out var schema))
            {
                if (schema is OpenApiSchemaReference { Reference.Id: { } name })
                {
                    if (names.Add(name))
                    {
                        open.Push(schemas[name]);
                    }
                }
                else if (schema is not null)
                {
                    open.Push(schema.Items);
                    open.Push(schema.AdditionalProperties);
                    foreach (
                        var part in (schema.Properties?.Values ?? [])
                            .Concat(schema.OneOf ?? [])
                            .Concat(schema.AllOf ?? [])
                    )
                    {
                        open.Push(part);
                    }
                }
            }

            return names;
        }
    }

    /// <summary>Says on each operation who may call it and everything it can refuse.</summary>
    private sealed class Answers : IOperationFilter
    {
        public void Apply(OpenApiOperation operation, OperationFilterContext context)
        {
            var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
            var isStaff = context.DocumentName == Admin;
            var isWrite = context.ApiDescription.HttpMethod is not "GET";
            var isLimited = metadata.OfType<RateLimits.LimitedByRate>().Any(limit => isWrite || !limit.IsOnlyWrites);
            // An empty list says that nobody need log in; no list would leave it open.
            operation.Security = [];
            if (ProblemCodes.NeedsLogin(metadata))
            {
                operation.Security =
                [
                    new OpenApiSecurityRequirement
                    {
                        [new OpenApiSecuritySchemeReference(SchemeOf(context.DocumentName), context.Document)] = [],
                    },
                ];
            }

            if (TakesRetryKey(context.MethodInfo))
            {
                operation.Parameters ??= [];
                operation.Parameters.Add(
                    new OpenApiParameter
                    {
                        Name = "Idempotency-Key",
                        In = ParameterLocation.Header,
                        Description = "同一操作重试时使用同一个值，服务端保证只执行一次。",
                        Schema = new OpenApiSchema
                        {
                            Type = JsonSchemaType.String,
                            MinLength = 1,
                            MaxLength = 128,
                            Pattern = "^[!-~]+$",
                        },
                    }
                );
            }

            var schema = context.SchemaGenerator.GenerateSchema(typeof(Problem), context.SchemaRepository);
            var refusals = ProblemCodes.Of(
                operation.OperationId!,
                context.ApiDescription,
                context.MethodInfo,
                isStaff,
                isLimited
            );
            foreach (var declared in operation.Responses!.Keys.Where(status => status[0] is '4' or '5').ToList())
            {
                // A group declares for all of its routes; what one of them can answer stands in its code.
                operation.Responses.Remove(declared);
            }

            foreach (var ofStatus in refusals.GroupBy(Problems.StatusOf))
            {
                var status = ofStatus.Key.ToString(CultureInfo.InvariantCulture);
                operation.Responses[status] = Refused(
                    status,
                    schema,
                    [.. ofStatus.OrderBy(refusal => refusal.Code, StringComparer.Ordinal)]
                );
            }

            if (isLimited)
            {
                foreach (var (status, response) in operation.Responses)
                {
                    if (response is OpenApiResponse limited && status is not ("413" or "415" or "500"))
                    {
                        limited.Headers ??= new Dictionary<string, IOpenApiHeader>();
                        limited.Headers["RateLimit"] = Header(
                            "还可请求的次数和恢复的秒数，例如 \"writes-citizen\";r=9;t=60（IETF RateLimit header fields）"
                                + (status[0] is '2' || status is "429" ? "" : "；在限流之前就被拒绝的请求没有")
                        );
                        limited.Headers["RateLimit-Policy"] = Header("适用的限制，例如 \"writes-citizen\";q=10;w=60");
                    }
                }
            }

            operation.Responses = InOrder(operation.Responses);
        }

        /// <summary>Citizens' writes that run once for each key; the vote keeps its own record of it.</summary>
        private static bool TakesRetryKey(MethodInfo method) =>
            method
                .GetParameters()
                .Any(part =>
                    part.ParameterType == typeof(CitizenWrites)
                    || part.ParameterType == typeof(StaffWrites)
                    || part.ParameterType == typeof(BallotBox)
                );

        private static OpenApiHeader Header(string description) =>
            new()
            {
                Description = description,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            };

        private static OpenApiResponse Refused(string status, IOpenApiSchema schema, IReadOnlyList<Refusal> refusals) =>
            new()
            {
                Description = ReasonPhrases.GetReasonPhrase(int.Parse(status, CultureInfo.InvariantCulture)),
                Headers = status is "429" or "503"
                    ? new Dictionary<string, IOpenApiHeader>
                    {
                        ["Retry-After"] = new OpenApiHeader
                        {
                            Description = "请在这么多秒之后重试",
                            Schema = new OpenApiSchema
                            {
                                Type = JsonSchemaType.Integer,
                                Format = "int32",
                                Minimum = "1",
                            },
                        },
                    }
                    : null,
                Content = new Dictionary<string, IOpenApiMediaType>
                {
                    ["application/problem+json"] = new OpenApiMediaType
                    {
                        Schema = schema,
                        Example = refusals.FirstOrDefault(refusal => refusal.Title.Length > 0) is { } first
                            ? ExampleOf(first)
                            : null,
                    },
                },
                Extensions = new Dictionary<string, IOpenApiExtension>
                {
                    ["x-problem-codes"] = new JsonNodeExtension(
                        new JsonArray([.. refusals.Select(refusal => JsonValue.Create(refusal.Code))])
                    ),
                },
            };

        private static JsonObject ExampleOf(Refusal refusal)
        {
            var example = new JsonObject
            {
                ["type"] = Problems.TypeOf(refusal.Code),
                ["title"] = refusal.Title,
                ["status"] = Problems.StatusOf(refusal),
                ["code"] = refusal.Code,
            };
            if (refusal.Clause is { } clause)
            {
                example["clause"] = clause;
            }

            example["traceId"] = "4bf92f3577b34da6a3ce929d0e0e4736";
            return example;
        }

        private static OpenApiResponses InOrder(OpenApiResponses responses)
        {
            var inOrder = new OpenApiResponses();
            foreach (var (status, response) in responses.OrderBy(response => response.Key, StringComparer.Ordinal))
            {
                inOrder.Add(status, response);
            }

            return inOrder;
        }
    }
}

/// <summary>What every refusal looks like (RFC 9457).</summary>
/// <param name="Type">A stable name of the code.</param>
/// <param name="Title">A sentence the citizen reads.</param>
/// <param name="Status">The HTTP status again.</param>
/// <param name="Code">Programs branch on it; problems.md lists them.</param>
/// <param name="Clause">The clause of the notice that says no.</param>
/// <param name="Errors">What is wrong with which field.</param>
/// <param name="TraceId">Helps us find the request.</param>
public sealed record Problem(
    string Type,
    string Title,
    int Status,
    string Code,
    string? Clause,
    IReadOnlyDictionary<string, string[]>? Errors,
    string TraceId
);
