// Written by tools/generate.mjs from the contract: run "npm run generate", never edit.
export interface paths {
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退出登录 */
        post: operations["LogOutOfCitizen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 续期登录 */
        post: operations["RefreshSessionOfCitizen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/wechat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 用微信登录
         * @description The session_key that WeChat sends along is not kept: nothing here needs it.
         */
        post: operations["LogInWithWeChat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 当前活动
         * @description Answers with an ETag over what it says; a client that sends it back in If-None-Match is told 304 while nothing changed.
         */
        get: operations["GetCurrentCampaign"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 人选列表
         * @description Published candidates, by votes (the default) or the newest first. Anybody may read. A search q finds those in whose name, shown
         *     unit or workplace, or story all its words stand; words stand between spaces. The list is a second or two old and comes with an ETag; a client that sends it back in If-None-Match is told 304 while the page is the same but for asOf. By
         *     votes, a candidate who rises past the place where a reader stands is on the pages before it; nobody is met twice while votes are
         *     only added.
         */
        get: operations["ListCandidates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/candidates/nearby": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 身边的人选
         * @description Published candidates whose workplace is known and shown, the nearest first. Anybody may ask. The position (gcj02) is rounded to about
         *     a hundred metres, used for this answer and forgotten.
         */
        get: operations["FindNearby"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/candidates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 人选详情
         * @description The id of a merged candidate answers with its root. Anybody may read; a token that came along and is no longer good is told so,
         *     for votedToday would be wrong without it. What everybody reads is a second or two old and comes with an ETag; votedToday is as it
         *     is now.
         */
        get: operations["GetCandidate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/candidates/{id}/consent/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤回公开展示的同意
         * @description Ends the worker's applications and case too. Votes stay, new ones are refused. A second time changes nothing.
         */
        post: operations["WithdrawConsentOfCitizen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/candidates/{id}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 反映人选的公开内容有问题
         * @description A merged candidate's is about its root. One that waits a citizen and candidate; how it ended stands in me/reports. Staff decide and
         *     are not told who sent it.
         */
        post: operations["ReportCandidate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/candidates/{id}/share-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 人选的小程序码
         * @description A picture to print or share. The page it opens receives as scene the candidate's id without hyphens; of a merged candidate that of its
         *     root. While WeChat cannot draw one and none is kept the answer is 503.
         */
        get: operations["GetShareCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/candidates/{id}/votes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 为人选投票
         * @description 201 is said only after the database has committed. A retry with the same Idempotency-Key gets the same answer.
         */
        post: operations["CastVoteForCandidate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/eligibility/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 逐条自查申报条件 */
        post: operations["CheckEligibility"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 上传一份证明材料
         * @description PDF, Word (docx without macros), JPEG or PNG of at most 10 MB, told by its content; kept as it is, encrypted.
         */
        post: operations["AddFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载自己上传的一份证明材料 */
        get: operations["DownloadFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看邀请
         * @description The code may be typed with spaces, dashes and small letters.
         */
        get: operations["GetInvitation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{code}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 接受邀请
         * @description Of many answers the first is heard. It counts at once when the citizen's bound phone is the contact on record, else it waits until
         *     staff have checked that the worker gave it; the draft of the application is ready at once. The same citizen hears the same answer
         *     again.
         */
        post: operations["AcceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{code}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 谢绝邀请
         * @description The worker is not asked again, and the contact that tipsters gave is erased. The same citizen may say so twice.
         */
        post: operations["DeclineInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/laureates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * “杭州工匠”名单
         * @description In the order of their certificates. Only who agreed to be shown.
         */
        get: operations["ListLaureates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/laureates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一位“杭州工匠”的事迹 */
        get: operations["GetLaureate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/laureates/{id}/offers/{offerId}/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 报名拜师或参加交流
         * @description 八(二). One a citizen and offer; the union confirms. The laureate reads of those who are confirmed.
         */
        post: operations["RequestOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leaderboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 投票排行榜
         * @description The first hundred by votes. Anybody may read. Answers with an ETag; a client that sends it back in If-None-Match is told 304 while
         *     ranks, names and votes are the same.
         */
        get: operations["GetLeaderboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的资料 */
        get: operations["GetCitizen"];
        put?: never;
        post?: never;
        /**
         * 注销账号，删除我的资料
         * @description Withdraws tips, consents and open applications, erases drafts, and ends every session. A retry with the same Idempotency-Key hears
         *     the first answer for 72 hours; without one it is told that the session ended. Who logs in again is a new citizen whose votes of the
         *     day are used.
         */
        delete: operations["DeleteAccount"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的申报 */
        get: operations["ListMyApplications"];
        put?: never;
        /**
         * 新建申报草稿
         * @description Citizens open channel Self (四(四)); PublicTip opens by accepting an invitation, Unit and Society are filed by organizations.
         */
        post: operations["CreateApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/applications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看我的申报 */
        get: operations["GetMyApplication"];
        /** 保存申报草稿或补正内容 */
        put: operations["SaveApplication"];
        post?: never;
        /** 删除申报草稿 */
        delete: operations["DeleteApplication"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/applications/{id}/form.docx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 下载申报表（一式两份）
         * @description A Word file of two pages, with whole phones, from submission on.
         */
        get: operations["DownloadMyForm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/applications/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 提交申报，或提交补正材料 */
        post: operations["SubmitApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/applications/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 申报进度 */
        get: operations["GetTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/applications/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回申报 */
        post: operations["WithdrawApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/consents/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 同意隐私条款
         * @description Agreeing again to the same version changes nothing.
         */
        post: operations["AgreeToPolicy"];
        /**
         * 撤回对隐私条款的同意
         * @description Withdrawing what was never given is no error.
         */
        delete: operations["WithdrawFromPolicy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导出我的全部数据
         * @description Streamed as it is read. One's own phones are whole here, unlike everywhere else; a worker's contact in a tip is another person's and
         *     stays masked.
         */
        get: operations["ExportAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/laureate/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我发布的带徒和交流安排，最近的在前
         * @description With the union's word about each.
         */
        get: operations["ListMyOffers"];
        put?: never;
        /**
         * “杭州工匠”发布带徒或交流的安排
         * @description 八(二). The union shows it, after WeChat's check of the text.
         */
        post: operations["ProposeOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/laureate/offers/{id}/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 经工会确认的报名
         * @description Of one's own offer, in the order in which they were sent.
         */
        get: operations["ListRequestsOfMyOffer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/laureate/offers/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤回自己发布的安排
         * @description 八(二). Whoever asked, confirmed or not, reads that it is over.
         */
        post: operations["WithdrawOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/offer-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我的报名和工会的答复，最近的在前
         * @description 八(二).
         */
        get: operations["ListMyOfferRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 绑定手机号
         * @description The code works once and is asked of WeChat before anything is locked. Should our answer get lost, the same code is answered again
         *     from what it brought. Nothing else needs a phone, save an acceptance that shall count at once (law 7).
         */
        post: operations["BindPhone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我反映的问题和处理结果，最近的在前 */
        get: operations["ListMyReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 订阅消息的模板和剩余条数
         * @description The mini program asks for a template in a tap where few credits are left; a kind without a template is not sent and not listed.
         */
        get: operations["GetSubscriptions"];
        put?: never;
        /**
         * 记录用户同意接收的订阅消息
         * @description One accept is good for one message. With an Idempotency-Key a repeated request counts once; at most twenty are kept of a template.
         */
        post: operations["RecordSubscriptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/tips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我推荐的线索，最近的在前 */
        get: operations["ListMyTips"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/tips/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的一条线索 */
        get: operations["GetMyTip"];
        /**
         * 修改线索，或回答工作人员的问题
         * @description While a reviewer holds the tip it is refused. The worker's contact is only ever shown masked, so leaving it out keeps it. A text
         *     in `answer` sends a tip that waits for one back to the reviewers.
         */
        put: operations["ChangeMyTip"];
        post?: never;
        /**
         * 撤回线索
         * @description Erases what the citizen told and gives the day's slot not back. Withdrawing twice is no error.
         */
        delete: operations["WithdrawMyTip"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/tips/{id}/thanks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * 不再公开推荐人的名字
         * @description At any time, also long after the recognition. The tip itself stays. Doing it twice is no error.
         */
        delete: operations["TakeBackThanks"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/votes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的投票 */
        get: operations["ListMyVotes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/objections/{followCode}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 凭查询码了解异议结果
         * @description Needs no login, for an anonymous objection is nobody's. Reasons are there once it is upheld or dismissed.
         */
        get: operations["FollowObjection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 上传一张照片
         * @description JPEG, PNG or WebP of at most 10 MB, told by its content. It is turned upright, written anew without anything but the picture, and
         *     kept in three sizes when 201 is answered. It is not public.
         */
        post: operations["AddPhoto"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public-notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 公示列表
         * @description The youngest first. A notice is there from its first day on.
         */
        get: operations["ListPublicNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public-notices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看公示
         * @description Only those who may be named as things stand: whoever takes back their consent, withdraws or is turned down is gone with the next
         *     reading.
         */
        get: operations["GetPublicNotice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public-notices/{id}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 提出异议
         * @description 五(社会公示). By name: name and contact are kept encrypted and read by the examiner alone. Anonymous: nothing is kept that tells who sent
         *     it or its files, so it is followed by its code alone. One of each a citizen and entry; a retry with the same Idempotency-Key hears the
         *     same code for 72 hours. It is in time when it arrives before `closesAt` of the notice.
         */
        post: operations["SubmitObjection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/receipts/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查验投票回执
         * @description Whoever holds the code may ask; the answer never says for whom the vote was.
         */
        get: operations["CheckReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 推荐一位师傅
         * @description Counts against the tips of the citizen's day in Hangzhou, also when it is withdrawn later.
         */
        post: operations["SendTip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tips/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 提交前看看：也许已有人推荐过这位师傅
         * @description At most five, and only candidates who are published: nobody else is named to the public.
         */
        get: operations["FindSimilarTips"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description What the worker puts right; leave out what is right. */
        AcceptInvitationCorrectionsPart: {
            name?: null | string;
            workUnit?: null | string;
            workplace?: null | string;
            trade?: null | string;
            district?: null | string;
        };
        AcceptInvitationRequest: {
            /** @description The text that was read, as the invitation named it. */
            policyVersion: string;
            showPhoto: boolean;
            showWorkUnit: boolean;
            /** @description What the worker puts right; leave out what is right. */
            corrections?: components["schemas"]["AcceptInvitationCorrectionsPart"] | null;
        };
        AcceptInvitationResponse: {
            candidateId: string;
            applicationId: string;
        };
        AccountFile: {
            id: string;
            /** Format: date-time */
            createdAt: string;
            phone: null | string;
            policyConsents: components["schemas"]["PolicyConsent"][];
            consentsToBeNamed: components["schemas"]["ConsentToBeNamed"][];
            invitations: components["schemas"]["AnsweredInvitation"][];
            logins: components["schemas"]["Login"][];
            messageCredits: components["schemas"]["MessageCredit"][];
            messages: components["schemas"]["ToldMessage"][];
            photos: components["schemas"]["OwnPhoto"][];
            files: components["schemas"]["OwnFile"][];
            reports: components["schemas"]["OwnReport"][];
            objections: components["schemas"]["OwnObjection"][];
            offers: components["schemas"]["OwnOffer"][];
            offerRequests: components["schemas"]["OwnOfferRequest"][];
        };
        AddFileResponse: {
            /** @description 在申报中填写；48 小时内没有使用的文件会被删除 */
            fileId: string;
            /** @description 保存的文件名 */
            name: string;
            /**
             * Format: int64
             * @description 字节数
             */
            size: number;
        };
        AddPhotoResponse: {
            /** @description 在推荐或申报中填写；48 小时内没有使用的照片会被删除 */
            photoId: string;
        };
        AgreeToPolicyRequest: {
            /** @description The text that was read; only the current one can be agreed to. */
            policyVersion: string;
        };
        AnsweredInvitation: {
            candidateId: string;
            state: string;
            /** Format: date-time */
            answeredAt: string;
        };
        /** @description 三(二)1–5. */
        ApplicationFormConditionForm: {
            /** Format: int32 */
            number: number;
            text?: null | string;
            contest?: components["schemas"]["ApplicationFormContestForm"] | null;
            fileIds?: null | string[];
        };
        ApplicationFormConsentForm: {
            policyVersion: string;
            showPhoto: boolean;
            showWorkUnit: boolean;
            /** @description 本人签字的同意书；由工作人员代为申报时填写，本人申报时不看 */
            paper?: components["schemas"]["ApplicationFormPaperForm"] | null;
        };
        ApplicationFormContestForm: {
            level?: components["schemas"]["ContestLevel"] | null;
            /** Format: int32 */
            rank?: null | number;
        };
        /** @description 突出贡献 (三(二)). */
        ApplicationFormContributionForm: {
            text?: null | string;
            fileIds?: null | string[];
        };
        /** @description 本人签字的同意书；由工作人员代为申报时填写，本人申报时不看 */
        ApplicationFormPaperForm: {
            /** @description 同意书扫描件 */
            fileId?: null | string;
            /**
             * Format: date
             * @description 签字日期
             */
            date?: null | string;
            /** @description 怎样核实签字人是本人 */
            identityCheck?: null | string;
        };
        ApplicationMove: {
            /**
             * Format: int32
             * @description The version of the application that the applicant last saw.
             */
            version: number;
        };
        /**
         * @description An application as its owner reads it: the content flat beside where it stands. Phones show only their ends; sent back unchanged, they
         *     stay as they are.
         */
        ApplicationResponse: {
            name: null | string;
            /** Format: date */
            birthDate: null | string;
            ethnicGroup: null | string;
            photoId: null | string;
            district: null | string;
            trade: null | string;
            titleOrSkillLevel: null | string;
            phone: null | string;
            mobile: null | string;
            address: null | string;
            workUnit: null | string;
            /** @description Where a worker without an employer works, such as a cobbler's street corner. */
            workplace: null | string;
            /** @description 主要事迹简介, at most 600 字 (附件). */
            deedsSummary: null | string;
            isChineseNational: null | boolean;
            isUnionMember: null | boolean;
            isFrontLine: null | boolean;
            /** Format: date */
            inTradeInHangzhouSince: null | string;
            conditions: null | components["schemas"]["ConditionEntry"][];
            /** @description 突出贡献, which lifts the age bound once staff have recognised it (三(二)). */
            outstandingContribution: components["schemas"]["ContributionEntry"] | null;
            declaredTruthful: null | boolean;
            /** @description The worker's own word that they may be named, and what may be shown beside the name. */
            consent: components["schemas"]["ConsentEntry"] | null;
            /** @description 推荐单位意见 (附件); null for who applies alone. */
            endorsement: components["schemas"]["EndorsementEntry"] | null;
            fileIds: null | string[];
            id: string;
            /** @description The four ways an application comes to us (四). */
            channel: components["schemas"]["Channel"];
            /** @description Where one application stands; how far its case has come is the case's stage. */
            state: components["schemas"]["ApplicationState"];
            /** Format: int32 */
            version: number;
            candidateId: null | string;
            /** @description The stage of the case this application leads or supports. */
            caseState: components["schemas"]["Stage"] | null;
            /** @description What a reviewer asks to be supplemented, while the case is returned. */
            supplement: components["schemas"]["Supplement"] | null;
            /** @description Who else recommends the same worker; they all meet in one case. */
            otherApplications: components["schemas"]["OtherApplication"][];
            /** @description Where the photo can be seen for two hours. */
            photoUrl: null | string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            savedAt: string;
            /** Format: date-time */
            submittedAt: null | string;
        };
        /**
         * @description Where one application stands; how far its case has come is the case's stage.
         * @enum {string}
         */
        ApplicationState: "Draft" | "Submitted" | "Joined" | "Withdrawn";
        /** @description Where an application stands after a write. */
        ApplicationStatus: {
            id: string;
            /** @description Where one application stands; how far its case has come is the case's stage. */
            state: components["schemas"]["ApplicationState"];
            candidateId: null | string;
            /** Format: int32 */
            version: number;
        };
        BindPhoneRequest: {
            /** @description 手机号按钮给出的代码；与 wx.login 的代码不同 */
            code: string;
        };
        BindPhoneResponse: {
            phoneMasked: string;
        };
        CastVoteForCandidateResponse: {
            /** @description Shows later what became of the vote, and never for whom it was. */
            receipt: string;
            /** Format: int32 */
            votesLeftToday: number;
            /**
             * Format: date
             * @description The day in Hangzhou that the vote counts for.
             */
            day: string;
        };
        ChangeMyTipRequest: {
            name: string;
            workUnit?: null | string;
            workplace?: null | string;
            district: string;
            trade: string;
            story: string;
            relation: string;
            /** @description 新的电话；不填则保留原来的 */
            workerContact?: null | string;
            /** @description 为 true 时删除原来的电话 */
            removeWorkerContact?: null | boolean;
            /** @description 修改后的全部照片，最多 9 张；不填则保留原来的 */
            photoIds?: null | string[];
            /** @description 对工作人员提问的回答 */
            answer?: null | string;
            /**
             * Format: int32
             * @description 读到这条线索时的版本
             */
            version: number;
            /** @description 愿意在师傅被认定后公开致谢时使用的名字；不填则不公开 */
            thanksName?: null | string;
        };
        ChangeMyTipResponse: {
            id: string;
            /** @description How far a tip has come. */
            state: components["schemas"]["TipState"];
            /** Format: int32 */
            version: number;
        };
        /**
         * @description The four ways an application comes to us (四).
         * @enum {string}
         */
        Channel: "Unit" | "Society" | "PublicTip" | "Self";
        /** @description What the rules of 三 are judged from. Anything may be absent; nothing is stored. */
        CheckEligibilityRequest: {
            /** Format: date */
            birthDate?: null | string;
            isChineseNational?: null | boolean;
            isUnionMember?: null | boolean;
            declaredTruthful?: null | boolean;
            isFrontLine?: null | boolean;
            /** Format: date */
            inTradeInHangzhouSince?: null | string;
            conditions?: null | components["schemas"]["ApplicationFormConditionForm"][];
            /** @description 突出贡献 (三(二)). */
            outstandingContribution?: components["schemas"]["ApplicationFormContributionForm"] | null;
        };
        CheckReceiptResponse: {
            /** @description What a receipt says of its vote: enough to know what became of it, never for whom it was. */
            state: components["schemas"]["ReceiptState"];
            /** @description Why a vote does not count, from a public list that names no signal; null for one that does. */
            reasonCode: null | string;
            /** Format: date */
            day: string;
        };
        /** @description One of the conditions 三(二)1–5 that the applicant claims. */
        ConditionEntry: {
            /** Format: int32 */
            number: number;
            text: null | string;
            /** @description A place won in a contest of skill; both parts may be missing while the form is half filled. */
            contest: components["schemas"]["ContestPlace"] | null;
            fileIds: null | string[];
        };
        /** @description The worker's own word that they may be named, and what may be shown beside the name. */
        ConsentEntry: {
            policyVersion: string;
            showPhoto: boolean;
            showWorkUnit: boolean;
            /** @description Where the worker signed for it, because somebody else files the form. */
            paper: components["schemas"]["SignedConsent"] | null;
        };
        /**
         * @description What a citizen agrees to about their own data. That a worker may be named is another consent, given by accepting an invitation.
         * @enum {string}
         */
        ConsentKind: "Privacy" | "SensitiveData";
        ConsentToBeNamed: {
            candidateId: string;
            source: string;
            policyVersion: string;
            showPhoto: boolean;
            showWorkUnit: boolean;
            /** Format: date-time */
            givenAt: string;
            /** Format: date-time */
            confirmedAt: null | string;
            /** Format: date-time */
            withdrawnAt: null | string;
        };
        /**
         * @description What WeChat says about a text or a picture.
         * @enum {string}
         */
        ContentCheckState: "Waiting" | "Pass" | "Review" | "Risky" | "Unchecked";
        /**
         * @description A human's word about content; where there is one it stands in for WeChat's (law 7).
         * @enum {string}
         */
        ContentDecision: "Fit" | "Unfit";
        /**
         * @description 三(二)4 names 世界技能大赛, 国家级 and 省技能大赛; 三(二)5 names 市级职业技能大赛.
         * @enum {string}
         */
        ContestLevel: "World" | "National" | "Provincial" | "Municipal";
        /** @description A place won in a contest of skill; both parts may be missing while the form is half filled. */
        ContestPlace: {
            /** @description 三(二)4 names 世界技能大赛, 国家级 and 省技能大赛; 三(二)5 names 市级职业技能大赛. */
            level: components["schemas"]["ContestLevel"] | null;
            /**
             * Format: int32
             * @description 1 is the first place.
             */
            rank: null | number;
        };
        /** @description 突出贡献, which lifts the age bound once staff have recognised it (三(二)). */
        ContributionEntry: {
            text: null | string;
            fileIds: null | string[];
        };
        CreateApplicationRequest: {
            name?: null | string;
            /** Format: date */
            birthDate?: null | string;
            ethnicGroup?: null | string;
            /** @description 照片; 自己上传的一张. */
            photoId?: null | string;
            district?: null | string;
            trade?: null | string;
            titleOrSkillLevel?: null | string;
            phone?: null | string;
            mobile?: null | string;
            address?: null | string;
            workUnit?: null | string;
            workplace?: null | string;
            /** @description 主要事迹简介; 600 字以内, 提交时检查. */
            deedsSummary?: null | string;
            isChineseNational?: null | boolean;
            isUnionMember?: null | boolean;
            isFrontLine?: null | boolean;
            /** Format: date */
            inTradeInHangzhouSince?: null | string;
            conditions?: null | components["schemas"]["ApplicationFormConditionForm"][];
            /** @description 突出贡献 (三(二)). */
            outstandingContribution?: components["schemas"]["ApplicationFormContributionForm"] | null;
            declaredTruthful?: null | boolean;
            consent?: components["schemas"]["ApplicationFormConsentForm"] | null;
            fileIds?: null | string[];
            /** @description The four ways an application comes to us (四). */
            channel: components["schemas"]["Channel"];
        };
        DeleteAccountKeptPart: {
            what: string;
            why: string;
            /**
             * Format: date
             * @description 留存到哪一天
             */
            until: string;
        };
        DeleteAccountResponse: {
            /** @description 已删除：与您有关的其余内容都不再保留 */
            erased: boolean;
            /** @description 依规须留存的记录，不再与您的微信关联 */
            kept: components["schemas"]["DeleteAccountKeptPart"][];
        };
        /** @description A district of Hangzhou, by GB/T 2260. */
        District: {
            code: string;
            name: string;
        };
        /** @description Where a person stands by the rules of 三, rule by rule; stored with each decision that leaned on it. */
        EligibilityResult: {
            /** @description One Fail makes Ineligible; else one NeedsEvidence makes NeedsEvidence; else Eligible. */
            overall: components["schemas"]["EligibilityVerdict"];
            /**
             * Format: int32
             * @description The version of the rules that answered.
             */
            ruleVersion: number;
            /**
             * Format: date
             * @description The campaign's eligibility date: ages and years are computed on it, whatever day the question is asked.
             */
            asOfDay: string;
            rules: components["schemas"]["RuleResult"][];
        };
        /**
         * @description One Fail makes Ineligible; else one NeedsEvidence makes NeedsEvidence; else Eligible.
         * @enum {string}
         */
        EligibilityVerdict: "Eligible" | "Ineligible" | "NeedsEvidence";
        /** @description What whoever recommends writes and seals. */
        EndorsementEntry: {
            organizationId: null | string;
            opinion: null | string;
            /** Format: date */
            date: null | string;
            /** @description The picture of the page with the seal. */
            sealFileId: null | string;
        };
        ExportAccountExportedApplication: {
            /**
             * @description An application as its owner reads it: the content flat beside where it stands. Phones show only their ends; sent back unchanged, they
             *     stay as they are.
             */
            application: components["schemas"]["ApplicationResponse"];
            timeline: components["schemas"]["TimelineStep"][];
        };
        ExportAccountResponse: {
            /**
             * Format: date-time
             * @description 导出的时刻；各部分是读到那一部分时的内容
             */
            exportedAt: string;
            /** @description 账号、手机号、各项同意、登录、订阅消息、照片、文件和举报 */
            account: components["schemas"]["AccountFile"];
            /** @description 推荐线索和进展；师傅的联系方式只显示首尾 */
            tips: components["schemas"]["MyTip"][];
            /** @description 本届活动的投票 */
            votes: components["schemas"]["ListMyVotesItem"][];
            /** @description 申报表全文，以及审核中的每一步 */
            applications: components["schemas"]["ExportAccountExportedApplication"][];
        };
        FindNearbyItem: {
            id: string;
            name: string;
            workUnit: null | string;
            district: null | string;
            trade: string;
            photoUrl: null | string;
            /** Format: int32 */
            tipCount: number;
            /** Format: int32 */
            voteCount: number;
            /** Format: date-time */
            publishedAt: string;
            /**
             * Format: int32
             * @description To the workplace, right to a hundred metres or so; where approximate, to the centre of the district.
             */
            distanceMeters: number;
        };
        FindNearbyResponse: {
            /**
             * Format: date-time
             * @description When the votes were read.
             */
            asOf: string;
            /** @description Nobody could say who is near: these are candidates of the nearest districts, those with most votes first. */
            approximate: boolean;
            items: components["schemas"]["FindNearbyItem"][];
        };
        FindSimilarTipsItem: {
            candidateId: string;
            name: string;
            /** @description Where the worker agreed to show it. */
            workUnit: null | string;
            /**
             * Format: double
             * @description From 0 to 1.
             */
            score: number;
            /** @description What speaks for it and what against, in words. */
            reasons: string[];
        };
        FindSimilarTipsResponse: {
            items: components["schemas"]["FindSimilarTipsItem"][];
        };
        FollowedObjection: {
            state: components["schemas"]["ObjectionState"];
            reasons: null | string;
            /** Format: date-time */
            receivedAt: string;
        };
        GetCandidateResponse: {
            id: string;
            name: string;
            /** @description Null unless the worker agreed to show it; so is the workplace. */
            workUnit: null | string;
            workplace: null | string;
            district: null | string;
            trade: string;
            photoUrl: null | string;
            /** Format: int32 */
            tipCount: number;
            /** Format: int32 */
            voteCount: number;
            /** Format: date-time */
            publishedAt: string;
            story: null | string;
            /** @description Where they are seen, as long as the worker is shown with them; so is photoUrl. */
            photos: string[];
            /** @description Whether the citizen whose token came along has voted for this worker today; false without a token. */
            votedToday: boolean;
        };
        GetCitizenConsentPart: {
            /** @description What a citizen agrees to about their own data. That a worker may be named is another consent, given by accepting an invitation. */
            kind: components["schemas"]["ConsentKind"];
            policyVersion: string;
            /** Format: date-time */
            agreedAt: string;
        };
        GetCitizenResponse: {
            id: string;
            /** @description 已绑定的手机号，中间几位隐去 */
            phoneMasked: null | string;
            consents: components["schemas"]["GetCitizenConsentPart"][];
        };
        GetCurrentCampaignResponse: {
            id: string;
            name: string;
            /** Format: int32 */
            edition: number;
            /** Format: date */
            eligibilityDate: string;
            /** Format: int32 */
            places: number;
            /** Format: int32 */
            votesPerDay: number;
            policyVersion: string;
            phases: components["schemas"]["Phase"][];
            districts: components["schemas"]["District"][];
            trades: components["schemas"]["Trade"][];
            rules: components["schemas"]["GetCurrentCampaignRule"][];
        };
        GetCurrentCampaignRule: {
            id: string;
            /** @description Where the notice says it, such as 三(二). */
            clause: string;
            text: string;
        };
        GetInvitationResponse: {
            candidateName: string;
            /** @description What the tips say, without their authors. */
            said: string[];
            /** @description The text to read before agreeing; accepting names it. */
            policyVersion: string;
            /** Format: date-time */
            expiresAt: string;
        };
        GetLaureateResponse: {
            id: string;
            name: string;
            workUnit: null | string;
            district: null | string;
            trade: string;
            photoUrl: null | string;
            certificateNumber: string;
            /** Format: date-time */
            recognisedAt: string;
            story: string;
            offers: components["schemas"]["ShownOffer"][];
            /** @description 推荐过这位师傅并愿意公开名字的市民 */
            thanks: string[];
        };
        GetLeaderboardItem: {
            /**
             * Format: int32
             * @description Candidates with equal votes share a rank, and the next rank counts them all: 1, 1, 3.
             */
            rank: number;
            candidateId: string;
            name: string;
            /** Format: int32 */
            voteCount: number;
        };
        GetLeaderboardResponse: {
            /**
             * Format: date-time
             * @description When the votes were read.
             */
            asOf: string;
            items: components["schemas"]["GetLeaderboardItem"][];
        };
        GetPublicNoticeResponse: {
            id: string;
            title: string;
            text: null | string;
            /** Format: date */
            opensOn: string;
            /**
             * Format: date
             * @description 公示最后一天（含）
             */
            lastDay: string;
            /** Format: int32 */
            workingDays: number;
            /** Format: date-time */
            opensAt: string;
            /**
             * Format: date-time
             * @description 异议截止的时刻（不含）
             */
            closesAt: string;
            /** @description 现在可以提出异议 */
            isOpenForObjections: boolean;
            /** @description 提出异议前先给人看的话 */
            objectionHint: string;
            entries: components["schemas"]["ShownEntry"][];
        };
        GetSubscriptionsResponse: {
            templates: components["schemas"]["GetSubscriptionsTemplate"][];
        };
        GetSubscriptionsTemplate: {
            /** @description What a citizen is told outside the mini program. Each kind has a template of its own in WeChat's console. */
            kind: components["schemas"]["MessageKind"];
            /** @description 交给 wx.requestSubscribeMessage 的模板编号 */
            templateId: string;
            /**
             * Format: int32
             * @description 还可以发送的条数
             */
            credits: number;
        };
        GetTimelineResponse: {
            items: components["schemas"]["TimelineStep"][];
        };
        KeptOffer: {
            id: string;
            laureateId: string;
            laureateName: string;
            /** @description 八(二): what a laureate offers. */
            kind: components["schemas"]["OfferKind"];
            text: null | string;
            /** Format: int32 */
            places: null | number;
            /** Format: int32 */
            confirmed: number;
            /** Format: int32 */
            waiting: number;
            /** Format: date */
            closesOn: string;
            /** @description Shown while Approved. */
            state: components["schemas"]["OfferState"];
            /** @description What WeChat says about a text or a picture. */
            contentState: components["schemas"]["ContentCheckState"];
            word: null | string;
            /** Format: date-time */
            createdAt: string;
            /** Format: int32 */
            version: number;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        KeptOfferPage: {
            items: components["schemas"]["KeptOffer"][];
            nextCursor: null | string;
        };
        KeptRequest: {
            id: string;
            offerId: string;
            laureateId: string;
            laureateName: string;
            /** @description 八(二): what a laureate offers. */
            kind: components["schemas"]["OfferKind"];
            message: null | string;
            state: components["schemas"]["OfferRequestState"];
            word: null | string;
            /** Format: date-time */
            createdAt: string;
            /** Format: int32 */
            version: number;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        KeptRequestPage: {
            items: components["schemas"]["KeptRequest"][];
            nextCursor: null | string;
        };
        ListCandidatesItem: {
            id: string;
            name: string;
            /** @description Null unless the worker agreed to show it. */
            workUnit: null | string;
            district: null | string;
            trade: string;
            photoUrl: null | string;
            /**
             * Format: int32
             * @description How many citizens tipped this worker.
             */
            tipCount: number;
            /** Format: int32 */
            voteCount: number;
            /** Format: date-time */
            publishedAt: string;
        };
        ListCandidatesResponse: {
            /**
             * Format: date-time
             * @description When the votes were read: at this moment or just after it.
             */
            asOf: string;
            items: components["schemas"]["ListCandidatesItem"][];
            nextCursor: null | string;
        };
        ListLaureatesItem: {
            id: string;
            name: string;
            workUnit: null | string;
            district: null | string;
            trade: string;
            photoUrl: null | string;
            certificateNumber: string;
            /** Format: date-time */
            recognisedAt: string;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        ListLaureatesItemPage: {
            items: components["schemas"]["ListLaureatesItem"][];
            nextCursor: null | string;
        };
        ListMyVotesItem: {
            candidateId: string;
            /** @description Null while the candidate is not shown to the public. */
            candidateName: null | string;
            /** Format: date */
            day: string;
            /** Format: date-time */
            castAt: string;
            receipt: string;
        };
        ListMyVotesResponse: {
            /** Format: date */
            day: string;
            /** Format: int32 */
            votesLeftToday: number;
            items: components["schemas"]["ListMyVotesItem"][];
            nextCursor: null | string;
        };
        ListedApplication: {
            id: string;
            /** @description The four ways an application comes to us (四). */
            channel: components["schemas"]["Channel"];
            /** @description Where one application stands; how far its case has come is the case's stage. */
            state: components["schemas"]["ApplicationState"];
            name: null | string;
            caseState: components["schemas"]["Stage"] | null;
            /** Format: date-time */
            savedAt: string;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        ListedApplicationPage: {
            items: components["schemas"]["ListedApplication"][];
            nextCursor: null | string;
        };
        LogInWithWeChatRequest: {
            /** @description What wx.login gave. */
            code: string;
        };
        Login: {
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: date-time */
            revokedAt: null | string;
        };
        MessageCredit: {
            kind: string;
            /** Format: int32 */
            credits: number;
        };
        /**
         * @description What a citizen is told outside the mini program. Each kind has a template of its own in WeChat's console.
         * @enum {string}
         */
        MessageKind: "TipQuestion" | "TipMoved" | "CaseMoved";
        MovedOffer: {
            id: string;
            /** @description Shown while Approved. */
            state: components["schemas"]["OfferState"];
            /** Format: int32 */
            version: number;
        };
        /** @description A tip as its tipster follows it. */
        MyTip: {
            id: string;
            /** @description How far a tip has come. */
            state: components["schemas"]["TipState"];
            name: string;
            workUnit: null | string;
            workplace: null | string;
            district: string;
            trade: string;
            story: string;
            relation: string;
            /** @description The worker's phone, most of it hidden. */
            workerContactMasked: null | string;
            /** Format: date-time */
            createdAt: string;
            /** Format: int32 */
            version: number;
            thread: components["schemas"]["TipThreadEntry"][];
            question: null | string;
            answer: null | string;
            /** @description Why it was rejected; the thread says it in words. */
            reasonCode: components["schemas"]["TipRejection"] | null;
            /** @description The candidate it joined; readable by the public only once the worker agreed and is published. */
            candidateId: null | string;
            photos: components["schemas"]["PhotoView"][];
            /** @description By which name the tipster agreed to be thanked in public when the worker is recognised. */
            thanksName: null | string;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        MyTipPage: {
            items: components["schemas"]["MyTip"][];
            nextCursor: null | string;
        };
        /** @enum {string} */
        ObjectionState: "Received" | "Examining" | "Upheld" | "Dismissed";
        /**
         * @description 八(二): what a laureate offers.
         * @enum {string}
         */
        OfferKind: "Apprentices" | "Session";
        /** @enum {string} */
        OfferRequestState: "Received" | "Confirmed" | "Declined" | "Withdrawn" | "Cancelled";
        /**
         * @description Shown while Approved.
         * @enum {string}
         */
        OfferState: "Proposed" | "Approved" | "Refused" | "Withdrawn";
        OtherApplication: {
            /** @description The four ways an application comes to us (四). */
            channel: components["schemas"]["Channel"];
            recommendedBy: null | string;
            /** Format: date-time */
            submittedAt: string;
        };
        OwnFile: {
            id: string;
            name: string;
            kind: string;
            /** Format: int32 */
            size: number;
            applicationId: null | string;
            /** Format: date-time */
            createdAt: string;
        };
        OwnObjection: {
            id: string;
            noticeId: string;
            entryId: string;
            name: string;
            contact: string;
            text: string;
            state: components["schemas"]["ObjectionState"];
            reasons: null | string;
            /** Format: date-time */
            receivedAt: string;
            /** Format: date-time */
            decidedAt: null | string;
        };
        OwnOffer: {
            id: string;
            kind: string;
            text: string;
            /** Format: int32 */
            places: null | number;
            /** Format: date */
            closesOn: string;
            state: string;
            word: null | string;
            /** Format: date-time */
            createdAt: string;
        };
        OwnOfferRequest: {
            id: string;
            laureateId: string;
            kind: string;
            message: string;
            state: string;
            word: null | string;
            /** Format: date-time */
            createdAt: string;
        };
        OwnPhoto: {
            id: string;
            tipId: null | string;
            applicationId: null | string;
            /** Format: int32 */
            width: number;
            /** Format: int32 */
            height: number;
            /** Format: date-time */
            createdAt: string;
        };
        OwnReport: {
            id: string;
            candidateId: string;
            reasonCode: components["schemas"]["ReportReason"];
            text: null | string;
            state: components["schemas"]["ReportState"];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            decidedAt: null | string;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        OwnReportPage: {
            items: components["schemas"]["OwnReport"][];
            nextCursor: null | string;
        };
        /** @description When something may be done; ClosesAt is exclusive. */
        Phase: {
            /** @description The phases of a campaign. The four channels close on days of their own (四; Unit by the end of September). */
            kind: components["schemas"]["PhaseKind"];
            /** Format: date-time */
            opensAt: string;
            /** Format: date-time */
            closesAt: string;
        };
        /**
         * @description The phases of a campaign. The four channels close on days of their own (四; Unit by the end of September).
         * @enum {string}
         */
        PhaseKind: "Tips" | "Voting" | "UnitApplications" | "SocietyApplications" | "PublicTipApplications" | "SelfApplications" | "QualificationReview" | "ExpertReview" | "PublicNotice" | "LeadingGroupDecision";
        /** @description A photo as its owner and staff see it. The addresses hold for two hours. */
        PhotoView: {
            photoId: string;
            /** @description WeChat's word: Waiting, Pass, Review, Risky or Unchecked. */
            check: components["schemas"]["ContentCheckState"];
            /** @description The word of staff, which stands in for WeChat's. */
            decision: components["schemas"]["ContentDecision"] | null;
            smallUrl: string;
            largeUrl: string;
        };
        PolicyConsent: {
            kind: string;
            policyVersion: string;
            /** Format: date-time */
            agreedAt: string;
            /** Format: date-time */
            withdrawnAt: null | string;
        };
        /** @description What every refusal looks like (RFC 9457). */
        Problem: {
            /** @description A stable name of the code. */
            type: string;
            /** @description A sentence the citizen reads. */
            title: string;
            /**
             * Format: int32
             * @description The HTTP status again.
             */
            status: number;
            /** @description Programs branch on it; problems.md lists them. */
            code: string;
            /** @description The clause of the notice that says no. */
            clause?: string;
            /** @description What is wrong with which field. */
            errors?: {
                [key: string]: string[];
            };
            /** @description Helps us find the request. */
            traceId: string;
        };
        ProposeOfferRequest: {
            /** @description Apprentices 带徒；Session 交流、展示技艺 */
            kind: components["schemas"]["OfferKind"];
            text: string;
            /**
             * Format: int32
             * @description 人数；不限的不填
             */
            places?: null | number;
            /**
             * Format: date
             * @description 报名的最后一天
             */
            closesOn: string;
        };
        ProposeOfferResponse: {
            id: string;
            /** @description Shown while Approved. */
            state: components["schemas"]["OfferState"];
            /** Format: date-time */
            createdAt: string;
        };
        /**
         * @description What a receipt says of its vote: enough to know what became of it, never for whom it was.
         * @enum {string}
         */
        ReceiptState: "Counted" | "SameWorkerAlreadyCounted" | "SetAside" | "Excluded";
        RecordSubscriptionsRequest: {
            /** @description wx.requestSubscribeMessage 答复为 accept 的模板编号，每个只写一次 */
            templateIds: string[];
        };
        RefreshSessionRequest: {
            refreshToken: string;
        };
        ReportCandidateRequest: {
            /** @description 反映的问题 */
            reasonCode: components["schemas"]["ReportReason"];
            /** @description 补充说明，只供工作人员看 */
            text?: null | string;
        };
        ReportCandidateResponse: {
            id: string;
            state: components["schemas"]["ReportState"];
            /** Format: date-time */
            createdAt: string;
        };
        /** @enum {string} */
        ReportReason: "Untrue" | "Indecent" | "Advertising" | "PrivateData" | "Unlawful" | "Other";
        /** @enum {string} */
        ReportState: "Received" | "Upheld" | "Dismissed";
        RequestOfferRequest: {
            /** @description 想学什么、做过什么；工会和“杭州工匠”本人会看到 */
            message: string;
        };
        RequestOfferResponse: {
            id: string;
            state: components["schemas"]["OfferRequestState"];
            /** Format: date-time */
            createdAt: string;
        };
        /** @enum {string} */
        RuleOutcome: "Pass" | "Fail" | "Waived" | "NeedsEvidence";
        /** @description The answer to one rule. */
        RuleResult: {
            ruleId: string;
            /** @description Of the rule; for the five conditions, of the one that decided. */
            clause: string;
            /** @description The notice's own words at that clause. */
            quotation: string;
            result: components["schemas"]["RuleOutcome"];
            /** @description In Chinese, what would change the answer or what it hangs on; null when it is Pass. */
            wouldChange: null | string;
            /** @description The fields of the form it was judged from, by their names on the surface; the values are in the form alone. */
            inputs: string[];
        };
        SaveApplicationRequest: {
            name?: null | string;
            /** Format: date */
            birthDate?: null | string;
            ethnicGroup?: null | string;
            /** @description 照片; 自己上传的一张. */
            photoId?: null | string;
            district?: null | string;
            trade?: null | string;
            titleOrSkillLevel?: null | string;
            phone?: null | string;
            mobile?: null | string;
            address?: null | string;
            workUnit?: null | string;
            workplace?: null | string;
            /** @description 主要事迹简介; 600 字以内, 提交时检查. */
            deedsSummary?: null | string;
            isChineseNational?: null | boolean;
            isUnionMember?: null | boolean;
            isFrontLine?: null | boolean;
            /** Format: date */
            inTradeInHangzhouSince?: null | string;
            conditions?: null | components["schemas"]["ApplicationFormConditionForm"][];
            /** @description 突出贡献 (三(二)). */
            outstandingContribution?: components["schemas"]["ApplicationFormContributionForm"] | null;
            declaredTruthful?: null | boolean;
            consent?: components["schemas"]["ApplicationFormConsentForm"] | null;
            fileIds?: null | string[];
            /** Format: int32 */
            version: number;
        };
        SendTipRequest: {
            /** @description 师傅姓名或大家对他（她）的称呼 */
            name: string;
            /** @description 工作单位；与工作地点至少填一项 */
            workUnit?: null | string;
            /** @description 工作地点，如摊位、店铺、工坊 */
            workplace?: null | string;
            /** @description 区县代码 */
            district: string;
            /** @description 专业领域代码 */
            trade: string;
            /** @description 事迹，10 至 600 字 */
            story: string;
            /** @description 推荐人与师傅的关系 */
            relation: string;
            /** @description 师傅的电话；加密保存，只用于核实和邀请 */
            workerContact?: null | string;
            /** @description 自己上传的照片，最多 9 张 */
            photoIds?: null | string[];
            /** @description 愿意在师傅被认定后公开致谢时使用的名字；不填则不公开 */
            thanksName?: null | string;
        };
        SendTipResponse: {
            id: string;
            /** @description How far a tip has come. */
            state: components["schemas"]["TipState"];
            /** Format: date-time */
            createdAt: string;
        };
        ShownEntry: {
            entryId: string;
            candidateId: string;
            name: string;
            workUnit: null | string;
            trade: string;
            text: null | string;
        };
        ShownNotice: {
            id: string;
            title: string;
            /** Format: date */
            opensOn: string;
            /** Format: date */
            lastDay: string;
            /** Format: int32 */
            workingDays: number;
            /** Format: date-time */
            opensAt: string;
            /** Format: date-time */
            closesAt: string;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        ShownNoticePage: {
            items: components["schemas"]["ShownNotice"][];
            nextCursor: null | string;
        };
        ShownOffer: {
            id: string;
            /** @description 八(二): what a laureate offers. */
            kind: components["schemas"]["OfferKind"];
            text: string;
            /** Format: int32 */
            places: null | number;
            /** Format: int32 */
            confirmed: number;
            /** Format: date */
            closesOn: string;
        };
        /** @description A signed paper: its scan, the day on it, and how it is known who signed. */
        SignedConsent: {
            fileId: null | string;
            /** Format: date */
            date: null | string;
            identityCheck: null | string;
        };
        /**
         * @description Where a case stands (五). The names are stored and shown as `caseState`.
         * @enum {string}
         */
        Stage: "Submitted" | "QualificationReview" | "Returned" | "ExpertReview" | "PublicNotice" | "LeadingGroupDecision" | "Recognised" | "Withdrawn" | "Rejected" | "NotSelected" | "Disqualified" | "Revoked";
        SubmitObjectionRequest: {
            /** @description 公示名单中的哪一位 */
            entryId: string;
            /** @description 实名为 true，匿名为 false */
            named: boolean;
            /** @description 实名时必填；匿名时不填 */
            name?: null | string;
            /** @description 实名时必填，电话或其他联系方式；匿名时不填 */
            contact?: null | string;
            /** @description 异议的内容和依据 */
            text: string;
            /** @description 已上传的材料 */
            fileIds?: null | string[];
        };
        SubmitObjectionResponse: {
            /** @description 查询码，凭它了解结果；我们只保存它的摘要，遗失后无法找回 */
            followCode: string;
        };
        /** @description 补正: what a returned application must supplement, and by which day. */
        Supplement: {
            /** @description Fields of the application, by their names on the surface; while Returned only these may change. */
            items: string[];
            /**
             * Format: date
             * @description The last Hangzhou day on which the supplement is in time.
             */
            dueOn: string;
            message: string;
        };
        TimelineStep: {
            /** Format: date-time */
            at: string;
            from: components["schemas"]["Stage"] | null;
            /** @description Where a case stands (五). The names are stored and shown as `caseState`. */
            to: components["schemas"]["Stage"];
            text: string;
        };
        /**
         * @description Why a tip is not followed. The reviewer's message says it to the citizen in words; the code is for counting.
         * @enum {string}
         */
        TipRejection: "NotAWorker" | "NotInHangzhou" | "TooLittleToGoOn" | "AlreadyTold" | "NotTrue" | "Unfit";
        /**
         * @description How far a tip has come.
         * @enum {string}
         */
        TipState: "Received" | "Claimed" | "InfoRequested" | "Joined" | "Rejected" | "Withdrawn";
        TipThreadEntry: {
            /** Format: date-time */
            at: string;
            /** @description Received, Changed, Claimed, Released, InfoRequested, Answered, Joined, Relinked, Rejected, Withdrawn; of the candidate Invited, Agreed, Declined, Unreached, Published, Unpublished, Merged, MergeUndone; of the case Applied, CaseGoesOn, or Case and its stage, such as CaseExpertReview. More may come. */
            kind: string;
            text: string;
        };
        /** @description The access token, how long it is good for, and the refresh token that continues the session. */
        TokenResponse: {
            accessToken: string;
            /**
             * Format: int32
             * @description Seconds.
             */
            expiresIn: number;
            refreshToken: string;
        };
        ToldMessage: {
            kind: string;
            status: string;
            state: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            sentAt: null | string;
        };
        /** @description 专业领域. */
        Trade: {
            code: string;
            name: string;
        };
        /** @description The body of an upload, for the description of the interface. */
        UploadForm: {
            /**
             * Format: binary
             * @description 文件内容
             */
            file: string;
        };
        WithdrawOfferRequest: {
            /** Format: int32 */
            version: number;
            /** @description 已报名的人会读到的说明；可以不填 */
            word?: null | string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    LogOutOfCitizen: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:token-expired",
                     *       "title": "登录已过期，请刷新登录。",
                     *       "status": 401,
                     *       "code": "token-expired",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:body-too-large",
                     *       "title": "提交的内容太大了。",
                     *       "status": 413,
                     *       "code": "body-too-large",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:too-many-requests",
                     *       "title": "操作太频繁了，请稍等一会儿再试。",
                     *       "status": 429,
                     *       "code": "too-many-requests",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RefreshSessionOfCitizen: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshSessionRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accessToken": "eyJhbGciOiJIUzI1NiIsInR5…",
                     *       "expiresIn": 900,
                     *       "refreshToken": "B3LH77sslNr-W_4udDloLfwNnvNuTlpOlBX39OU2HWk"
                     *     }
                     */
                    "application/json": components["schemas"]["TokenResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:json-invalid",
                     *       "title": "提交的内容格式不对，无法读取。",
                     *       "status": 400,
                     *       "code": "json-invalid",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:session-ended",
                     *       "title": "登录已失效，请重新登录。",
                     *       "status": 401,
                     *       "code": "session-ended",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:body-too-large",
                     *       "title": "提交的内容太大了。",
                     *       "status": 413,
                     *       "code": "body-too-large",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:media-type-unsupported",
                     *       "title": "请以 JSON 格式提交内容；照片和文件请用 multipart/form-data 上传。",
                     *       "status": 415,
                     *       "code": "media-type-unsupported",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:too-many-requests",
                     *       "title": "操作太频繁了，请稍等一会儿再试。",
                     *       "status": 429,
                     *       "code": "too-many-requests",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    LogInWithWeChat: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LogInWithWeChatRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accessToken": "eyJhbGciOiJIUzI1NiIsInR5…",
                     *       "expiresIn": 900,
                     *       "refreshToken": "j19YjmjIamPu5EwgFTkZQsIOlvjkwJ-38EtMlTjCf1g"
                     *     }
                     */
                    "application/json": components["schemas"]["TokenResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:request-malformed",
                     *       "title": "提交的内容有误，请按提示修改后再试。",
                     *       "status": 400,
                     *       "code": "request-malformed",
                     *       "errors": {
                     *         "code": [
                     *           "请填写这一项。"
                     *         ]
                     *       },
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:login-code-invalid",
                     *       "title": "微信登录码无效、已过期或已用过，请重新登录。",
                     *       "status": 401,
                     *       "code": "login-code-invalid",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:login-blocked",
                     *       "title": "微信判断此账号存在风险，暂时不能登录。",
                     *       "status": 403,
                     *       "code": "login-blocked",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:body-too-large",
                     *       "title": "提交的内容太大了。",
                     *       "status": 413,
                     *       "code": "body-too-large",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:media-type-unsupported",
                     *       "title": "请以 JSON 格式提交内容；照片和文件请用 multipart/form-data 上传。",
                     *       "status": 415,
                     *       "code": "media-type-unsupported",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:too-many-requests",
                     *       "title": "操作太频繁了，请稍等一会儿再试。",
                     *       "status": 429,
                     *       "code": "too-many-requests",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    GetCurrentCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01a218cf-8404-7dbc-af23-fd429575a7f7",
                     *       "name": "寻找我身边的杭州工匠（测试）",
                     *       "edition": 1,
                     *       "eligibilityDate": "2026-12-27",
                     *       "places": 30,
                     *       "votesPerDay": 3,
                     *       "policyVersion": "2026-1",
                     *       "phases": [
                     *         {
                     *           "kind": "PublicTipApplications",
                     *           "opensAt": "2026-10-27T16:00:00Z",
                     *           "closesAt": "2027-01-25T16:00:00Z"
                     *         }
                     *       ],
                     *       "districts": [
                     *         {
                     *           "code": "330102",
                     *           "name": "上城区"
                     *         }
                     *       ],
                     *       "trades": [
                     *         {
                     *           "code": "machinery",
                     *           "name": "机械制造"
                     *         }
                     *       ],
                     *       "rules": [
                     *         {
                     *           "id": "nationality",
                     *           "clause": "三(一)",
                     *           "text": "申报人应具有中国国籍。"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["GetCurrentCampaignResponse"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:campaign-missing",
                     *       "title": "现在没有正在进行的活动，请留意后续通知。",
                     *       "status": 404,
                     *       "code": "campaign-missing",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListCandidates: {
        parameters: {
            query?: {
                district?: string;
                trade?: string;
                q?: string;
                sort?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-11-26T17:03:25.10483Z",
                     *       "items": [
                     *         {
                     *           "id": "01a218cf-c975-7585-8fcc-0dde98500ab0",
                     *           "name": "师傅2",
                     *           "workUnit": "杭州丝绸厂",
                     *           "district": "330102",
                     *           "trade": "textile-silk",
                     *           "photoUrl": null,
                     *           "tipCount": 1,
                     *           "voteCount": 0,
                     *           "publishedAt": "2026-11-26T17:03:21.544034Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["ListCandidatesResponse"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:request-malformed",
                     *       "title": "提交的内容有误，请按提示修改后再试。",
                     *       "status": 400,
                     *       "code": "request-malformed",
                     *       "errors": {
                     *         "district": [
                     *           "没有这个区县，请重新选择。"
                     *         ]
                     *       },
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:campaign-missing",
                     *       "title": "现在没有正在进行的活动，请留意后续通知。",
                     *       "status": 404,
                     *       "code": "campaign-missing",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FindNearby: {
        parameters: {
            query?: {
                lat?: number;
                lng?: number;
                radius?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-11-26T17:06:09.679046Z",
                     *       "approximate": false,
                     *       "items": [
                     *         {
                     *           "id": "01a218d2-544a-7858-ad02-55ff9f03caea",
                     *           "name": "师傅991",
                     *           "workUnit": "杭州丝绸厂",
                     *           "district": "330127",
                     *           "trade": "textile-silk",
                     *           "photoUrl": null,
                     *           "tipCount": 1,
                     *           "voteCount": 0,
                     *           "publishedAt": "2026-11-26T17:06:07.264697Z",
                     *           "distanceMeters": 0
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["FindNearbyResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:request-malformed",
                     *       "title": "提交的内容有误，请按提示修改后再试。",
                     *       "status": 400,
                     *       "code": "request-malformed",
                     *       "errors": {
                     *         "radius": [
                     *           "应在 100 到 10000 之间。"
                     *         ]
                     *       },
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:campaign-missing",
                     *       "title": "现在没有正在进行的活动，请留意后续通知。",
                     *       "status": 404,
                     *       "code": "campaign-missing",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    GetCandidate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01a218d5-2e5d-781f-8fac-a2e2c753a859",
                     *       "name": "实时1393",
                     *       "workUnit": null,
                     *       "workplace": null,
                     *       "district": "330102",
                     *       "trade": "textile-silk",
                     *       "photoUrl": null,
                     *       "tipCount": 1,
                     *       "voteCount": 1,
                     *       "publishedAt": "2026-11-26T17:09:13.967545Z",
                     *       "story": null,
                     *       "photos": [],
                     *       "votedToday": false
                     *     }
                     */
                    "application/json": components["schemas"]["GetCandidateResponse"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:token-invalid",
                     *       "title": "登录凭证无效，请重新登录。",
                     *       "status": 401,
                     *       "code": "token-invalid",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:not-found",
                     *       "title": "没有找到您要的内容。",
                     *       "status": 404,
                     *       "code": "not-found",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    WithdrawConsentOfCitizen: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值，服务端保证只执行一次。 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:idempotency-key-malformed",
                     *       "title": "请求标识（Idempotency-Key）应为 1 至 128 个可见的英文字符。",
                     *       "status": 400,
                     *       "code": "idempotency-key-malformed",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:session-ended",
                     *       "title": "登录已失效，请重新登录。",
                     *       "status": 401,
                     *       "code": "session-ended",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:not-found",
                     *       "title": "没有找到您要的内容。",
                     *       "status": 404,
                     *       "code": "not-found",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:body-too-large",
                     *       "title": "提交的内容太大了。",
                     *       "status": 413,
                     *       "code": "body-too-large",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:idempotency-key-reused",
                     *       "title": "同一请求标识已用于另一份内容，请换一个标识再提交。",
                     *       "status": 422,
                     *       "code": "idempotency-key-reused",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:too-many-requests",
                     *       "title": "操作太频繁了，请稍等一会儿再试。",
                     *       "status": 429,
                     *       "code": "too-many-requests",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReportCandidate: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值，服务端保证只执行一次。 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportCandidateRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01a218d3-b4b9-73e0-b550-920aa1c942ff",
                     *       "state": "Received",
                     *       "createdAt": "2026-11-26T17:07:37.273654Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ReportCandidateResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:request-malformed",
                     *       "title": "提交的内容有误，请按提示修改后再试。",
                     *       "status": 400,
                     *       "code": "request-malformed",
                     *       "errors": {
                     *         "reasonCode": [
                     *           "请填写这一项。"
                     *         ]
                     *       },
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:token-missing",
                     *       "title": "请先登录。",
                     *       "status": 401,
                     *       "code": "token-missing",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:not-found",
                     *       "title": "没有找到您要的内容。",
                     *       "status": 404,
                     *       "code": "not-found",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:report-already-open",
                     *       "title": "您已经反映过这位人选的问题，工作人员正在处理。",
                     *       "status": 409,
                     *       "code": "report-already-open",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:body-too-large",
                     *       "title": "提交的内容太大了。",
                     *       "status": 413,
                     *       "code": "body-too-large",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:media-type-unsupported",
                     *       "title": "请以 JSON 格式提交内容；照片和文件请用 multipart/form-data 上传。",
                     *       "status": 415,
                     *       "code": "media-type-unsupported",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:idempotency-key-reused",
                     *       "title": "同一请求标识已用于另一份内容，请换一个标识再提交。",
                     *       "status": 422,
                     *       "code": "idempotency-key-reused",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:too-many-requests",
                     *       "title": "操作太频繁了，请稍等一会儿再试。",
                     *       "status": 429,
                     *       "code": "too-many-requests",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    GetShareCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:not-found",
                     *       "title": "没有找到您要的内容。",
                     *       "status": 404,
                     *       "code": "not-found",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CastVoteForCandidate: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值，服务端保证只执行一次。 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "receipt": "c46a6c512814ddb0f6b76a9d37b603",
                     *       "votesLeftToday": 2,
                     *       "day": "2026-11-27"
                     *     }
                     */
                    "application/json": components["schemas"]["CastVoteForCandidateResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:idempotency-key-malformed",
                     *       "title": "请求标识（Idempotency-Key）应为 1 至 128 个可见的英文字符。",
                     *       "status": 400,
                     *       "code": "idempotency-key-malformed",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:token-missing",
                     *       "title": "请先登录。",
                     *       "status": 401,
                     *       "code": "token-missing",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:not-found",
                     *       "title": "没有找到您要的内容。",
                     *       "status": 404,
                     *       "code": "not-found",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:already-voted-today",
                     *       "title": "您今天已经为这位人选投过票了，这一票已记录在案。",
                     *       "status": 409,
                     *       "receipt": "6534c0d7d49f822dc7992671a15285",
                     *       "votesLeftToday": 2,
                     *       "code": "already-voted-today",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:body-too-large",
                     *       "title": "提交的内容太大了。",
                     *       "status": 413,
                     *       "code": "body-too-large",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:idempotency-key-reused",
                     *       "title": "同一请求标识已用于另一份内容，请换一个标识再提交。",
                     *       "status": 422,
                     *       "code": "idempotency-key-reused",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:too-many-requests",
                     *       "title": "操作太频繁了，请稍等一会儿再试。",
                     *       "status": 429,
                     *       "code": "too-many-requests",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CheckEligibility: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckEligibilityRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "overall": "NeedsEvidence",
                     *       "ruleVersion": 1,
                     *       "asOfDay": "2026-12-27",
                     *       "rules": [
                     *         {
                     *           "ruleId": "nationality",
                     *           "clause": "三(一)",
                     *           "quotation": "应具有中国国籍",
                     *           "result": "NeedsEvidence",
                     *           "wouldChange": "请填写您是否具有中国国籍。",
                     *           "inputs": [
                     *             "isChineseNational"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["EligibilityResult"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:json-invalid",
                     *       "title": "提交的内容格式不对，无法读取。",
                     *       "status": 400,
                     *       "code": "json-invalid",
                     *       "errors": {
                     *         "birthDate": [
                     *           "这一项的格式不对。"
                     *         ]
                     *       },
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:campaign-missing",
                     *       "title": "现在没有正在进行的活动，请留意后续通知。",
                     *       "status": 404,
                     *       "code": "campaign-missing",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:body-too-large",
                     *       "title": "提交的内容太大了。",
                     *       "status": 413,
                     *       "code": "body-too-large",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:media-type-unsupported",
                     *       "title": "请以 JSON 格式提交内容；照片和文件请用 multipart/form-data 上传。",
                     *       "status": 415,
                     *       "code": "media-type-unsupported",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:too-many-requests",
                     *       "title": "操作太频繁了，请稍等一会儿再试。",
                     *       "status": 429,
                     *       "code": "too-many-requests",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AddFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值，服务端保证只执行一次。 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["UploadForm"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "fileId": "01a218d1-30f2-7bf8-b8bd-1b9b52c313fa",
                     *       "name": "证书.pdf",
                     *       "size": 55
                     *     }
                     */
                    "application/json": components["schemas"]["AddFileResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:upload-malformed",
                     *       "title": "请用 multipart/form-data 上传，且只包含一个名为 file 的文件。",
                     *       "status": 400,
                     *       "code": "upload-malformed",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:session-ended",
                     *       "title": "登录已失效，请重新登录。",
                     *       "status": 401,
                     *       "code": "session-ended",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:files-limit-reached",
                     *       "title": "每人最多保存 50 个文件，请合并后再上传。",
                     *       "status": 409,
                     *       "code": "files-limit-reached",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:body-too-large",
                     *       "title": "提交的内容太大了。",
                     *       "status": 413,
                     *       "code": "body-too-large",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:media-type-unsupported",
                     *       "title": "请以 JSON 格式提交内容；照片和文件请用 multipart/form-data 上传。",
                     *       "status": 415,
                     *       "code": "media-type-unsupported",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:idempotency-key-reused",
                     *       "title": "同一请求标识已用于另一份内容，请换一个标识再提交。",
                     *       "status": 422,
                     *       "code": "idempotency-key-reused",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:too-many-requests",
                     *       "title": "操作太频繁了，请稍等一会儿再试。",
                     *       "status": 429,
                     *       "code": "too-many-requests",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DownloadFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:token-missing",
                     *       "title": "请先登录。",
                     *       "status": 401,
                     *       "code": "token-missing",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:not-found",
                     *       "title": "没有找到您要的内容。",
                     *       "status": 404,
                     *       "code": "not-found",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    GetInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "candidateName": "王师傅",
                     *       "said": [
                     *         "他修的表比新的还准。"
                     *       ],
                     *       "policyVersion": "2026-1",
                     *       "expiresAt": "2026-12-26T17:06:54.832184Z"
                     *     }
                     */
                    "application/json": components["schemas"]["GetInvitationResponse"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:token-missing",
                     *       "title": "请先登录。",
                     *       "status": 401,
                     *       "code": "token-missing",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:not-found",
                     *       "title": "没有找到您要的内容。",
                     *       "status": 404,
                     *       "code": "not-found",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:invitation-answered",
                     *       "title": "这份邀请已经答复过了。",
                     *       "status": 409,
                     *       "code": "invitation-answered",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AcceptInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值，服务端保证只执行一次。 */
                "Idempotency-Key"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptInvitationRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "candidateId": "01a218cf-c975-7585-8fcc-0dde98500ab0",
                     *       "applicationId": "01a218cf-cca9-7006-b9e4-d943a70b7cd1"
                     *     }
                     */
                    "application/json": components["schemas"]["AcceptInvitationResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:request-malformed",
                     *       "title": "提交的内容有误，请按提示修改后再试。",
                     *       "status": 400,
                     *       "code": "request-malformed",
                     *       "errors": {
                     *         "policyVersion": [
                     *           "请填写这一项。"
                     *         ],
                     *         "showPhoto": [
                     *           "请填写这一项。"
                     *         ],
                     *         "showWorkUnit": [
                     *           "请填写这一项。"
                     *         ]
                     *       },
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:session-ended",
                     *       "title": "登录已失效，请重新登录。",
                     *       "status": 401,
                     *       "code": "session-ended",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:not-found",
                     *       "title": "没有找到您要的内容。",
                     *       "status": 404,
                     *       "code": "not-found",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:invitation-answered",
                     *       "title": "这份邀请已经答复过了。",
                     *       "status": 409,
                     *       "code": "invitation-answered",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:body-too-large",
                     *       "title": "提交的内容太大了。",
                     *       "status": 413,
                     *       "code": "body-too-large",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:media-type-unsupported",
                     *       "title": "请以 JSON 格式提交内容；照片和文件请用 multipart/form-data 上传。",
                     *       "status": 415,
                     *       "code": "media-type-unsupported",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:idempotency-key-reused",
                     *       "title": "同一请求标识已用于另一份内容，请换一个标识再提交。",
                     *       "status": 422,
                     *       "code": "idempotency-key-reused",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:too-many-requests",
                     *       "title": "操作太频繁了，请稍等一会儿再试。",
                     *       "status": 429,
                     *       "code": "too-many-requests",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DeclineInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值，服务端保证只执行一次。 */
                "Idempotency-Key"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:idempotency-key-malformed",
                     *       "title": "请求标识（Idempotency-Key）应为 1 至 128 个可见的英文字符。",
                     *       "status": 400,
                     *       "code": "idempotency-key-malformed",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:session-ended",
                     *       "title": "登录已失效，请重新登录。",
                     *       "status": 401,
                     *       "code": "session-ended",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:not-found",
                     *       "title": "没有找到您要的内容。",
                     *       "status": 404,
                     *       "code": "not-found",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:invitation-answered",
                     *       "title": "这份邀请已经答复过了。",
                     *       "status": 409,
                     *       "code": "invitation-answered",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:body-too-large",
                     *       "title": "提交的内容太大了。",
                     *       "status": 413,
                     *       "code": "body-too-large",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:idempotency-key-reused",
                     *       "title": "同一请求标识已用于另一份内容，请换一个标识再提交。",
                     *       "status": 422,
                     *       "code": "idempotency-key-reused",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:too-many-requests",
                     *       "title": "操作太频繁了，请稍等一会儿再试。",
                     *       "status": 429,
                     *       "code": "too-many-requests",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListLaureates: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01a218d1-fe6b-75fe-9499-6ea4c940e49c",
                     *           "name": "陆长根",
                     *           "workUnit": "杭州丝绸印染厂",
                     *           "district": "330102",
                     *           "trade": "textile-silk",
                     *           "photoUrl": null,
                     *           "certificateNumber": "杭工匠〔1〕第01号",
                     *           "recognisedAt": "2026-11-26T17:05:45.067903Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["ListLaureatesItemPage"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:cursor-invalid",
                     *       "title": "翻页位置无效，请从第一页重新开始。",
                     *       "status": 400,
                     *       "code": "cursor-invalid",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:campaign-missing",
                     *       "title": "现在没有正在进行的活动，请留意后续通知。",
                     *       "status": 404,
                     *       "code": "campaign-missing",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    GetLaureate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01a218d1-fe6b-75fe-9499-6ea4c940e49c",
                     *       "name": "陆长根",
                     *       "workUnit": "杭州丝绸印染厂",
                     *       "district": "330102",
                     *       "trade": "textile-silk",
                     *       "photoUrl": null,
                     *       "certificateNumber": "杭工匠〔1〕第01号",
                     *       "recognisedAt": "2026-11-26T17:05:45.067903Z",
                     *       "story": "三十年守着一台织机。",
                     *       "offers": [],
                     *       "thanks": [
                     *         "工友老周"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["GetLaureateResponse"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:not-found",
                     *       "title": "没有找到您要的内容。",
                     *       "status": 404,
                     *       "code": "not-found",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RequestOffer: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值，服务端保证只执行一次。 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                offerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestOfferRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01a218d7-0bd6-739b-b120-a2eeea3b868d",
                     *       "state": "Received",
                     *       "createdAt": "2026-11-26T17:11:16.182795Z"
                     *     }
                     */
                    "application/json": components["schemas"]["RequestOfferResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:request-malformed",
                     *       "title": "提交的内容有误，请按提示修改后再试。",
                     *       "status": 400,
                     *       "code": "request-malformed",
                     *       "errors": {
                     *         "message": [
                     *           "请填写这一项。"
                     *         ]
                     *       },
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:session-ended",
                     *       "title": "登录已失效，请重新登录。",
                     *       "status": 401,
                     *       "code": "session-ended",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:not-found",
                     *       "title": "没有找到您要的内容。",
                     *       "status": 404,
                     *       "code": "not-found",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:own-offer",
                     *       "title": "这是您自己发布的安排，不需要报名。",
                     *       "status": 409,
                     *       "code": "own-offer",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:body-too-large",
                     *       "title": "提交的内容太大了。",
                     *       "status": 413,
                     *       "code": "body-too-large",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:media-type-unsupported",
                     *       "title": "请以 JSON 格式提交内容；照片和文件请用 multipart/form-data 上传。",
                     *       "status": 415,
                     *       "code": "media-type-unsupported",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:idempotency-key-reused",
                     *       "title": "同一请求标识已用于另一份内容，请换一个标识再提交。",
                     *       "status": 422,
                     *       "code": "idempotency-key-reused",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:too-many-requests",
                     *       "title": "操作太频繁了，请稍等一会儿再试。",
                     *       "status": 429,
                     *       "code": "too-many-requests",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    GetLeaderboard: {
        parameters: {
            query?: {
                district?: string;
                trade?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-11-26T17:07:39.937066Z",
                     *       "items": [
                     *         {
                     *           "rank": 1,
                     *           "candidateId": "01a218d3-b4b5-733b-89df-2aebe23cc9d0",
                     *           "name": "张师傅",
                     *           "voteCount": 0
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["GetLeaderboardResponse"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:request-malformed",
                     *       "title": "提交的内容有误，请按提示修改后再试。",
                     *       "status": 400,
                     *       "code": "request-malformed",
                     *       "errors": {
                     *         "district": [
                     *           "没有这个区县，请重新选择。"
                     *         ]
                     *       },
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:campaign-missing",
                     *       "title": "现在没有正在进行的活动，请留意后续通知。",
                     *       "status": 404,
                     *       "code": "campaign-missing",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    GetCitizen: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01a218da-bb13-75cc-8f36-f59d6bf1f739",
                     *       "phoneMasked": null,
                     *       "consents": []
                     *     }
                     */
                    "application/json": components["schemas"]["GetCitizenResponse"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:session-ended",
                     *       "title": "登录已失效，请重新登录。",
                     *       "status": 401,
                     *       "code": "session-ended",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DeleteAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值，服务端保证只执行一次。 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "erased": true,
                     *       "kept": []
                     *     }
                     */
                    "application/json": components["schemas"]["DeleteAccountResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:idempotency-key-malformed",
                     *       "title": "请求标识（Idempotency-Key）应为 1 至 128 个可见的英文字符。",
                     *       "status": 400,
                     *       "code": "idempotency-key-malformed",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:session-ended",
                     *       "title": "登录已失效，请重新登录。",
                     *       "status": 401,
                     *       "code": "session-ended",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:campaign-missing",
                     *       "title": "现在没有正在进行的活动，请留意后续通知。",
                     *       "status": 404,
                     *       "code": "campaign-missing",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:body-too-large",
                     *       "title": "提交的内容太大了。",
                     *       "status": 413,
                     *       "code": "body-too-large",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:too-many-requests",
                     *       "title": "操作太频繁了，请稍等一会儿再试。",
                     *       "status": 429,
                     *       "code": "too-many-requests",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListMyApplications: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["ListedApplicationPage"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:cursor-invalid",
                     *       "title": "翻页位置无效，请从第一页重新开始。",
                     *       "status": 400,
                     *       "code": "cursor-invalid",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:token-missing",
                     *       "title": "请先登录。",
                     *       "status": 401,
                     *       "code": "token-missing",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CreateApplication: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值，服务端保证只执行一次。 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateApplicationRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01a218d1-2202-7275-a13d-e1acde559984",
                     *       "state": "Draft",
                     *       "candidateId": null,
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ApplicationStatus"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:request-malformed",
                     *       "title": "提交的内容有误，请按提示修改后再试。",
                     *       "status": 400,
                     *       "code": "request-malformed",
                     *       "errors": {
                     *         "photoId": [
                     *           "最多 36 个字符，不能只有空白，也不能含有控制字符。"
                     *         ]
                     *       },
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:session-ended",
                     *       "title": "登录已失效，请重新登录。",
                     *       "status": 401,
                     *       "code": "session-ended",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:campaign-missing",
                     *       "title": "现在没有正在进行的活动，请留意后续通知。",
                     *       "status": 404,
                     *       "code": "campaign-missing",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:channel-not-for-citizens",
                     *       "title": "单位推荐和社团推荐由推荐单位提交；他人推荐在接受邀请后自动建立。您可以选择个人自荐。",
                     *       "status": 409,
                     *       "code": "channel-not-for-citizens",
                     *       "clause": "四",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:body-too-large",
                     *       "title": "提交的内容太大了。",
                     *       "status": 413,
                     *       "code": "body-too-large",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:media-type-unsupported",
                     *       "title": "请以 JSON 格式提交内容；照片和文件请用 multipart/form-data 上传。",
                     *       "status": 415,
                     *       "code": "media-type-unsupported",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:idempotency-key-reused",
                     *       "title": "同一请求标识已用于另一份内容，请换一个标识再提交。",
                     *       "status": 422,
                     *       "code": "idempotency-key-reused",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:too-many-requests",
                     *       "title": "操作太频繁了，请稍等一会儿再试。",
                     *       "status": 429,
                     *       "code": "too-many-requests",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    GetMyApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01a218d1-2202-7275-a13d-e1acde559984",
                     *       "channel": "Self",
                     *       "state": "Draft",
                     *       "version": 1,
                     *       "candidateId": null,
                     *       "caseState": null,
                     *       "supplement": null,
                     *       "otherApplications": [],
                     *       "photoUrl": "/media/photos/01a218d1-2163-7d7b-b9c1-7d739082dfb7/medium?expires=1795719888&signature=tXc5JO4aV7h_RF2uz8oetfg-u0xsROpcyqFrWb_U-fw",
                     *       "createdAt": "2026-11-26T17:04:48.642164Z",
                     *       "savedAt": "2026-11-26T17:04:48.642164Z",
                     *       "submittedAt": null,
                     *       "name": "陆长根",
                     *       "birthDate": "1980-05-12",
                     *       "ethnicGroup": "汉族",
                     *       "photoId": "01a218d1-2163-7d7b-b9c1-7d739082dfb7",
                     *       "district": "330102",
                     *       "trade": "textile-silk",
                     *       "titleOrSkillLevel": "高级技师",
                     *       "phone": "057****4321",
                     *       "mobile": "139****0002",
                     *       "address": "上城区清河坊四十七号",
                     *       "workUnit": "杭州丝绸印染厂",
                     *       "workplace": null,
                     *       "deedsSummary": "进厂二十多年，一直守在印染机旁，带出了三十多名徒弟。",
                     *       "isChineseNational": true,
                     *       "isUnionMember": true,
                     *       "isFrontLine": true,
                     *       "inTradeInHangzhouSince": "2001-03-01",
                     *       "conditions": [
                     *         {
                     *           "number": 1,
                     *           "text": "独创的配色法，不看样卡也分毫不差。",
                     *           "contest": null,
                     *           "fileIds": []
                     *         }
                     *       ],
                     *       "outstandingContribution": null,
                     *       "declaredTruthful": true,
                     *       "consent": {
                     *         "policyVersion": "2026-1",
                     *         "showPhoto": true,
                     *         "showWorkUnit": true,
                     *         "paper": null
                     *       },
                     *       "endorsement": null,
                     *       "fileIds": []
                     *     }
                     */
                    "application/json": components["schemas"]["ApplicationResponse"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:token-invalid",
                     *       "title": "登录凭证无效，请重新登录。",
                     *       "status": 401,
                     *       "code": "token-invalid",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:not-found",
                     *       "title": "没有找到您要的内容。",
                     *       "status": 404,
                     *       "code": "not-found",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SaveApplication: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值，服务端保证只执行一次。 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveApplicationRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01a218d1-4141-7cb1-a5da-14002131f34c",
                     *       "state": "Draft",
                     *       "candidateId": "01a218d1-401d-7591-b831-abed93ee1363",
                     *       "version": 2
                     *     }
                     */
                    "application/json": components["schemas"]["ApplicationStatus"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:request-malformed",
                     *       "title": "提交的内容有误，请按提示修改后再试。",
                     *       "status": 400,
                     *       "code": "request-malformed",
                     *       "errors": {
                     *         "photoId": [
                     *           "最多 36 个字符，不能只有空白，也不能含有控制字符。"
                     *         ]
                     *       },
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:session-ended",
                     *       "title": "登录已失效，请重新登录。",
                     *       "status": 401,
                     *       "code": "session-ended",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:not-found",
                     *       "title": "没有找到您要的内容。",
                     *       "status": 404,
                     *       "code": "not-found",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:application-submitted",
                     *       "title": "申报已经提交，内容不能再修改。",
                     *       "status": 409,
                     *       "code": "application-submitted",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:body-too-large",
                     *       "title": "提交的内容太大了。",
                     *       "status": 413,
                     *       "code": "body-too-large",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:media-type-unsupported",
                     *       "title": "请以 JSON 格式提交内容；照片和文件请用 multipart/form-data 上传。",
                     *       "status": 415,
                     *       "code": "media-type-unsupported",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:idempotency-key-reused",
                     *       "title": "同一请求标识已用于另一份内容，请换一个标识再提交。",
                     *       "status": 422,
                     *       "code": "idempotency-key-reused",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:too-many-requests",
                     *       "title": "操作太频繁了，请稍等一会儿再试。",
                     *       "status": 429,
                     *       "code": "too-many-requests",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DeleteApplication: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值，服务端保证只执行一次。 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:idempotency-key-malformed",
                     *       "title": "请求标识（Idempotency-Key）应为 1 至 128 个可见的英文字符。",
                     *       "status": 400,
                     *       "code": "idempotency-key-malformed",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:session-ended",
                     *       "title": "登录已失效，请重新登录。",
                     *       "status": 401,
                     *       "code": "session-ended",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:not-found",
                     *       "title": "没有找到您要的内容。",
                     *       "status": 404,
                     *       "code": "not-found",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:application-submitted",
                     *       "title": "申报已经提交，内容不能再修改。",
                     *       "status": 409,
                     *       "code": "application-submitted",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:body-too-large",
                     *       "title": "提交的内容太大了。",
                     *       "status": 413,
                     *       "code": "body-too-large",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:idempotency-key-reused",
                     *       "title": "同一请求标识已用于另一份内容，请换一个标识再提交。",
                     *       "status": 422,
                     *       "code": "idempotency-key-reused",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:too-many-requests",
                     *       "title": "操作太频繁了，请稍等一会儿再试。",
                     *       "status": 429,
                     *       "code": "too-many-requests",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DownloadMyForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:token-expired",
                     *       "title": "登录已过期，请刷新登录。",
                     *       "status": 401,
                     *       "code": "token-expired",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:not-found",
                     *       "title": "没有找到您要的内容。",
                     *       "status": 404,
                     *       "code": "not-found",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:form-before-submission",
                     *       "title": "申报提交之后才能打印申报表：签字盖章的纸质表应与提交的内容一致。",
                     *       "status": 409,
                     *       "code": "form-before-submission",
                     *       "clause": "附件",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SubmitApplication: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值，服务端保证只执行一次。 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicationMove"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01a218d1-2202-7275-a13d-e1acde559984",
                     *       "state": "Submitted",
                     *       "candidateId": "01a218d1-2298-7a17-88ff-f8e712651729",
                     *       "version": 2
                     *     }
                     */
                    "application/json": components["schemas"]["ApplicationStatus"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:json-invalid",
                     *       "title": "提交的内容格式不对，无法读取。",
                     *       "status": 400,
                     *       "code": "json-invalid",
                     *       "errors": {
                     *         "version": [
                     *           "这一项的格式不对。"
                     *         ]
                     *       },
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:session-ended",
                     *       "title": "登录已失效，请重新登录。",
                     *       "status": 401,
                     *       "code": "session-ended",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:not-found",
                     *       "title": "没有找到您要的内容。",
                     *       "status": 404,
                     *       "code": "not-found",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:application-submitted",
                     *       "title": "申报已经提交，内容不能再修改。",
                     *       "status": 409,
                     *       "code": "application-submitted",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:body-too-large",
                     *       "title": "提交的内容太大了。",
                     *       "status": 413,
                     *       "code": "body-too-large",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:media-type-unsupported",
                     *       "title": "请以 JSON 格式提交内容；照片和文件请用 multipart/form-data 上传。",
                     *       "status": 415,
                     *       "code": "media-type-unsupported",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:idempotency-key-reused",
                     *       "title": "同一请求标识已用于另一份内容，请换一个标识再提交。",
                     *       "status": 422,
                     *       "code": "idempotency-key-reused",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:too-many-requests",
                     *       "title": "操作太频繁了，请稍等一会儿再试。",
                     *       "status": 429,
                     *       "code": "too-many-requests",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    GetTimeline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "at": "2026-11-26T17:05:47.204191Z",
                     *           "from": null,
                     *           "to": "Submitted",
                     *           "text": "申报已提交，案卷已建立。"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["GetTimelineResponse"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:token-expired",
                     *       "title": "登录已过期，请刷新登录。",
                     *       "status": 401,
                     *       "code": "token-expired",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:not-found",
                     *       "title": "没有找到您要的内容。",
                     *       "status": 404,
                     *       "code": "not-found",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    WithdrawApplication: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值，服务端保证只执行一次。 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicationMove"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01a218d1-2468-79e9-aaba-b1ec9cbde0a1",
                     *       "state": "Withdrawn",
                     *       "candidateId": "01a218d1-247b-7d56-96ff-3ec684cf1dc3",
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["ApplicationStatus"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:json-invalid",
                     *       "title": "提交的内容格式不对，无法读取。",
                     *       "status": 400,
                     *       "code": "json-invalid",
                     *       "errors": {
                     *         "version": [
                     *           "这一项的格式不对。"
                     *         ]
                     *       },
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:session-ended",
                     *       "title": "登录已失效，请重新登录。",
                     *       "status": 401,
                     *       "code": "session-ended",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:not-found",
                     *       "title": "没有找到您要的内容。",
                     *       "status": 404,
                     *       "code": "not-found",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:application-not-submitted",
                     *       "title": "申报还没有提交，可以直接修改或删除。",
                     *       "status": 409,
                     *       "code": "application-not-submitted",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:body-too-large",
                     *       "title": "提交的内容太大了。",
                     *       "status": 413,
                     *       "code": "body-too-large",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:media-type-unsupported",
                     *       "title": "请以 JSON 格式提交内容；照片和文件请用 multipart/form-data 上传。",
                     *       "status": 415,
                     *       "code": "media-type-unsupported",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:idempotency-key-reused",
                     *       "title": "同一请求标识已用于另一份内容，请换一个标识再提交。",
                     *       "status": 422,
                     *       "code": "idempotency-key-reused",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:too-many-requests",
                     *       "title": "操作太频繁了，请稍等一会儿再试。",
                     *       "status": 429,
                     *       "code": "too-many-requests",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AgreeToPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值，服务端保证只执行一次。 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description What a citizen agrees to about their own data. That a worker may be named is another consent, given by accepting an invitation. */
                kind: components["schemas"]["ConsentKind"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreeToPolicyRequest"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:request-malformed",
                     *       "title": "提交的内容有误，请按提示修改后再试。",
                     *       "status": 400,
                     *       "code": "request-malformed",
                     *       "errors": {
                     *         "policyVersion": [
                     *           "请填写这一项。"
                     *         ]
                     *       },
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:session-ended",
                     *       "title": "登录已失效，请重新登录。",
                     *       "status": 401,
                     *       "code": "session-ended",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:not-found",
                     *       "title": "没有找到您要的内容。",
                     *       "status": 404,
                     *       "code": "not-found",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:policy-version-stale",
                     *       "title": "隐私政策已更新，请阅读最新内容后再同意。",
                     *       "status": 409,
                     *       "code": "policy-version-stale",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:body-too-large",
                     *       "title": "提交的内容太大了。",
                     *       "status": 413,
                     *       "code": "body-too-large",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:media-type-unsupported",
                     *       "title": "请以 JSON 格式提交内容；照片和文件请用 multipart/form-data 上传。",
                     *       "status": 415,
                     *       "code": "media-type-unsupported",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:idempotency-key-reused",
                     *       "title": "同一请求标识已用于另一份内容，请换一个标识再提交。",
                     *       "status": 422,
                     *       "code": "idempotency-key-reused",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:too-many-requests",
                     *       "title": "操作太频繁了，请稍等一会儿再试。",
                     *       "status": 429,
                     *       "code": "too-many-requests",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    WithdrawFromPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值，服务端保证只执行一次。 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description What a citizen agrees to about their own data. That a worker may be named is another consent, given by accepting an invitation. */
                kind: components["schemas"]["ConsentKind"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:idempotency-key-malformed",
                     *       "title": "请求标识（Idempotency-Key）应为 1 至 128 个可见的英文字符。",
                     *       "status": 400,
                     *       "code": "idempotency-key-malformed",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:session-ended",
                     *       "title": "登录已失效，请重新登录。",
                     *       "status": 401,
                     *       "code": "session-ended",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:not-found",
                     *       "title": "没有找到您要的内容。",
                     *       "status": 404,
                     *       "code": "not-found",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:body-too-large",
                     *       "title": "提交的内容太大了。",
                     *       "status": 413,
                     *       "code": "body-too-large",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:idempotency-key-reused",
                     *       "title": "同一请求标识已用于另一份内容，请换一个标识再提交。",
                     *       "status": 422,
                     *       "code": "idempotency-key-reused",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:too-many-requests",
                     *       "title": "操作太频繁了，请稍等一会儿再试。",
                     *       "status": 429,
                     *       "code": "too-many-requests",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ExportAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "exportedAt": "2026-11-26T17:06:13.064634Z",
                     *       "account": {
                     *         "id": "01a218d2-6ba0-710e-91a8-7329651c82e8",
                     *         "createdAt": "2026-11-26T17:06:13.024805Z",
                     *         "phone": null,
                     *         "policyConsents": [],
                     *         "consentsToBeNamed": [],
                     *         "invitations": [],
                     *         "logins": [
                     *           {
                     *             "createdAt": "2026-11-26T17:06:13.024805Z",
                     *             "expiresAt": "2026-12-26T17:06:13.024805Z",
                     *             "revokedAt": null
                     *           }
                     *         ],
                     *         "messageCredits": [],
                     *         "messages": [],
                     *         "photos": [],
                     *         "files": [
                     *           {
                     *             "id": "01a218d2-6baa-7529-a458-1c7ced22c112",
                     *             "name": "证书.pdf",
                     *             "kind": "Pdf",
                     *             "size": 56,
                     *             "applicationId": null,
                     *             "createdAt": "2026-11-26T17:06:13.034993Z"
                     *           }
                     *         ],
                     *         "reports": [],
                     *         "objections": [
                     *           {
                     *             "id": "01a218d2-6bb8-7b2a-9fad-4c61a9407a58",
                     *             "noticeId": "01a218d2-6b79-752d-a8ea-02f1f637f6b0",
                     *             "entryId": "01a218d2-6b79-778b-bf65-1cae06aea912",
                     *             "name": "周建国",
                     *             "contact": "13800007777",
                     *             "text": "所述获奖名次与公布的名单不符。",
                     *             "state": "Received",
                     *             "reasons": null,
                     *             "receivedAt": "2026-11-26T17:06:13.048546Z",
                     *             "decidedAt": null
                     *           }
                     *         ],
                     *         "offers": [],
                     *         "offerRequests": []
                     *       },
                     *       "tips": [],
                     *       "votes": [],
                     *       "applications": []
                     *     }
                     */
                    "application/json": components["schemas"]["ExportAccountResponse"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:session-ended",
                     *       "title": "登录已失效，请重新登录。",
                     *       "status": 401,
                     *       "code": "session-ended",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:campaign-missing",
                     *       "title": "现在没有正在进行的活动，请留意后续通知。",
                     *       "status": 404,
                     *       "code": "campaign-missing",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:too-many-requests",
                     *       "title": "操作太频繁了，请稍等一会儿再试。",
                     *       "status": 429,
                     *       "code": "too-many-requests",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListMyOffers: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["KeptOfferPage"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:cursor-invalid",
                     *       "title": "翻页位置无效，请从第一页重新开始。",
                     *       "status": 400,
                     *       "code": "cursor-invalid",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:token-expired",
                     *       "title": "登录已过期，请刷新登录。",
                     *       "status": 401,
                     *       "code": "token-expired",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ProposeOffer: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值，服务端保证只执行一次。 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposeOfferRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01a218d7-0b9f-7ad8-a81f-f8d39db69a34",
                     *       "state": "Proposed",
                     *       "createdAt": "2026-11-26T17:11:16.127752Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ProposeOfferResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:request-malformed",
                     *       "title": "提交的内容有误，请按提示修改后再试。",
                     *       "status": 400,
                     *       "code": "request-malformed",
                     *       "errors": {
                     *         "kind": [
                     *           "请填写这一项。"
                     *         ]
                     *       },
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:session-ended",
                     *       "title": "登录已失效，请重新登录。",
                     *       "status": 401,
                     *       "code": "session-ended",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:not-a-laureate",
                     *       "title": "只有“杭州工匠”本人可以发布带徒或交流的安排。",
                     *       "status": 403,
                     *       "code": "not-a-laureate",
                     *       "clause": "八(二)",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:body-too-large",
                     *       "title": "提交的内容太大了。",
                     *       "status": 413,
                     *       "code": "body-too-large",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:media-type-unsupported",
                     *       "title": "请以 JSON 格式提交内容；照片和文件请用 multipart/form-data 上传。",
                     *       "status": 415,
                     *       "code": "media-type-unsupported",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:idempotency-key-reused",
                     *       "title": "同一请求标识已用于另一份内容，请换一个标识再提交。",
                     *       "status": 422,
                     *       "code": "idempotency-key-reused",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:too-many-requests",
                     *       "title": "操作太频繁了，请稍等一会儿再试。",
                     *       "status": 429,
                     *       "code": "too-many-requests",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListRequestsOfMyOffer: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["KeptRequestPage"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:cursor-invalid",
                     *       "title": "翻页位置无效，请从第一页重新开始。",
                     *       "status": 400,
                     *       "code": "cursor-invalid",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:token-expired",
                     *       "title": "登录已过期，请刷新登录。",
                     *       "status": 401,
                     *       "code": "token-expired",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    WithdrawOffer: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值，服务端保证只执行一次。 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawOfferRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01a218d3-dc63-7096-92cf-e9f608ac4c72",
                     *       "state": "Withdrawn",
                     *       "version": 2
                     *     }
                     */
                    "application/json": components["schemas"]["MovedOffer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:json-invalid",
                     *       "title": "提交的内容格式不对，无法读取。",
                     *       "status": 400,
                     *       "code": "json-invalid",
                     *       "errors": {
                     *         "version": [
                     *           "这一项的格式不对。"
                     *         ]
                     *       },
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:session-ended",
                     *       "title": "登录已失效，请重新登录。",
                     *       "status": 401,
                     *       "code": "session-ended",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:not-found",
                     *       "title": "没有找到您要的内容。",
                     *       "status": 404,
                     *       "code": "not-found",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:offer-already-decided",
                     *       "title": "这一项已经办结，请刷新后查看。",
                     *       "status": 409,
                     *       "code": "offer-already-decided",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:body-too-large",
                     *       "title": "提交的内容太大了。",
                     *       "status": 413,
                     *       "code": "body-too-large",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:media-type-unsupported",
                     *       "title": "请以 JSON 格式提交内容；照片和文件请用 multipart/form-data 上传。",
                     *       "status": 415,
                     *       "code": "media-type-unsupported",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:idempotency-key-reused",
                     *       "title": "同一请求标识已用于另一份内容，请换一个标识再提交。",
                     *       "status": 422,
                     *       "code": "idempotency-key-reused",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:too-many-requests",
                     *       "title": "操作太频繁了，请稍等一会儿再试。",
                     *       "status": 429,
                     *       "code": "too-many-requests",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListMyOfferRequests: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["KeptRequestPage"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:cursor-invalid",
                     *       "title": "翻页位置无效，请从第一页重新开始。",
                     *       "status": 400,
                     *       "code": "cursor-invalid",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:token-expired",
                     *       "title": "登录已过期，请刷新登录。",
                     *       "status": 401,
                     *       "code": "token-expired",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    BindPhone: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值，服务端保证只执行一次。 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BindPhoneRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "phoneMasked": "138****1234"
                     *     }
                     */
                    "application/json": components["schemas"]["BindPhoneResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:request-malformed",
                     *       "title": "提交的内容有误，请按提示修改后再试。",
                     *       "status": 400,
                     *       "code": "request-malformed",
                     *       "errors": {
                     *         "code": [
                     *           "请填写这一项。"
                     *         ]
                     *       },
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:session-ended",
                     *       "title": "登录已失效，请重新登录。",
                     *       "status": 401,
                     *       "code": "session-ended",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:phone-code-invalid",
                     *       "title": "微信手机号授权已失效，请重新点击授权按钮。",
                     *       "status": 409,
                     *       "code": "phone-code-invalid",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:body-too-large",
                     *       "title": "提交的内容太大了。",
                     *       "status": 413,
                     *       "code": "body-too-large",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:media-type-unsupported",
                     *       "title": "请以 JSON 格式提交内容；照片和文件请用 multipart/form-data 上传。",
                     *       "status": 415,
                     *       "code": "media-type-unsupported",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:idempotency-key-reused",
                     *       "title": "同一请求标识已用于另一份内容，请换一个标识再提交。",
                     *       "status": 422,
                     *       "code": "idempotency-key-reused",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:too-many-requests",
                     *       "title": "操作太频繁了，请稍等一会儿再试。",
                     *       "status": 429,
                     *       "code": "too-many-requests",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListMyReports: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["OwnReportPage"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:cursor-invalid",
                     *       "title": "翻页位置无效，请从第一页重新开始。",
                     *       "status": 400,
                     *       "code": "cursor-invalid",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:token-expired",
                     *       "title": "登录已过期，请刷新登录。",
                     *       "status": 401,
                     *       "code": "token-expired",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    GetSubscriptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "templates": [
                     *         {
                     *           "kind": "TipQuestion",
                     *           "templateId": "development-tip-question",
                     *           "credits": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["GetSubscriptionsResponse"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:token-expired",
                     *       "title": "登录已过期，请刷新登录。",
                     *       "status": 401,
                     *       "code": "token-expired",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RecordSubscriptions: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值，服务端保证只执行一次。 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordSubscriptionsRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "templates": [
                     *         {
                     *           "kind": "TipQuestion",
                     *           "templateId": "development-tip-question",
                     *           "credits": 0
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["GetSubscriptionsResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:request-malformed",
                     *       "title": "提交的内容有误，请按提示修改后再试。",
                     *       "status": 400,
                     *       "code": "request-malformed",
                     *       "errors": {
                     *         "templateIds": [
                     *           "请填写这一项。"
                     *         ]
                     *       },
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:session-ended",
                     *       "title": "登录已失效，请重新登录。",
                     *       "status": 401,
                     *       "code": "session-ended",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:body-too-large",
                     *       "title": "提交的内容太大了。",
                     *       "status": 413,
                     *       "code": "body-too-large",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:media-type-unsupported",
                     *       "title": "请以 JSON 格式提交内容；照片和文件请用 multipart/form-data 上传。",
                     *       "status": 415,
                     *       "code": "media-type-unsupported",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:idempotency-key-reused",
                     *       "title": "同一请求标识已用于另一份内容，请换一个标识再提交。",
                     *       "status": 422,
                     *       "code": "idempotency-key-reused",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:too-many-requests",
                     *       "title": "操作太频繁了，请稍等一会儿再试。",
                     *       "status": 429,
                     *       "code": "too-many-requests",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListMyTips: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01a218d1-5e20-7033-8ea6-bf9b37b8844b",
                     *           "state": "Received",
                     *           "name": "沈阿根",
                     *           "workUnit": "杭州丝绸印染厂",
                     *           "workplace": null,
                     *           "district": "330102",
                     *           "trade": "textile-silk",
                     *           "story": "沈师傅在印染车间干了二十六年，配色不用看样卡，厂里的年轻人都跟他学。",
                     *           "relation": "同事",
                     *           "workerContactMasked": null,
                     *           "createdAt": "2026-11-26T17:05:04.032029Z",
                     *           "version": 1,
                     *           "thread": [
                     *             {
                     *               "at": "2026-11-26T17:05:04.032029Z",
                     *               "kind": "Received",
                     *               "text": "已收到您的线索，谢谢您的推荐。"
                     *             }
                     *           ],
                     *           "question": null,
                     *           "answer": null,
                     *           "reasonCode": null,
                     *           "candidateId": null,
                     *           "photos": [],
                     *           "thanksName": null
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["MyTipPage"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:cursor-invalid",
                     *       "title": "翻页位置无效，请从第一页重新开始。",
                     *       "status": 400,
                     *       "code": "cursor-invalid",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:token-missing",
                     *       "title": "请先登录。",
                     *       "status": 401,
                     *       "code": "token-missing",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    GetMyTip: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01a218d2-0048-720b-b68a-584eb87d041f",
                     *       "state": "Joined",
                     *       "name": "沈阿根",
                     *       "workUnit": "杭州丝绸印染厂",
                     *       "workplace": null,
                     *       "district": "330102",
                     *       "trade": "textile-silk",
                     *       "story": "沈师傅在印染车间干了二十六年，配色不用看样卡，厂里的年轻人都跟他学。",
                     *       "relation": "同事",
                     *       "workerContactMasked": null,
                     *       "createdAt": "2026-11-26T17:05:45.544397Z",
                     *       "version": 3,
                     *       "thread": [
                     *         {
                     *           "at": "2026-11-26T17:05:45.544397Z",
                     *           "kind": "Received",
                     *           "text": "已收到您的线索，谢谢您的推荐。"
                     *         }
                     *       ],
                     *       "question": null,
                     *       "answer": null,
                     *       "reasonCode": null,
                     *       "candidateId": "01a218d1-f7d2-7d45-b53a-cf683bb5474e",
                     *       "photos": [],
                     *       "thanksName": "工友老周"
                     *     }
                     */
                    "application/json": components["schemas"]["MyTip"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:token-expired",
                     *       "title": "登录已过期，请刷新登录。",
                     *       "status": 401,
                     *       "code": "token-expired",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:not-found",
                     *       "title": "没有找到您要的内容。",
                     *       "status": 404,
                     *       "code": "not-found",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChangeMyTip: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值，服务端保证只执行一次。 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeMyTipRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01a218d3-df6e-74c8-b5be-b05aba6f3703",
                     *       "state": "Received",
                     *       "version": 2
                     *     }
                     */
                    "application/json": components["schemas"]["ChangeMyTipResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:request-malformed",
                     *       "title": "提交的内容有误，请按提示修改后再试。",
                     *       "status": 400,
                     *       "code": "request-malformed",
                     *       "errors": {
                     *         "name": [
                     *           "请填写这一项。"
                     *         ]
                     *       },
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:session-ended",
                     *       "title": "登录已失效，请重新登录。",
                     *       "status": 401,
                     *       "code": "session-ended",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:not-found",
                     *       "title": "没有找到您要的内容。",
                     *       "status": 404,
                     *       "code": "not-found",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:tip-nothing-asked",
                     *       "title": "这条线索目前没有等待您回答的问题。",
                     *       "status": 409,
                     *       "code": "tip-nothing-asked",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:body-too-large",
                     *       "title": "提交的内容太大了。",
                     *       "status": 413,
                     *       "code": "body-too-large",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:media-type-unsupported",
                     *       "title": "请以 JSON 格式提交内容；照片和文件请用 multipart/form-data 上传。",
                     *       "status": 415,
                     *       "code": "media-type-unsupported",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:idempotency-key-reused",
                     *       "title": "同一请求标识已用于另一份内容，请换一个标识再提交。",
                     *       "status": 422,
                     *       "code": "idempotency-key-reused",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:too-many-requests",
                     *       "title": "操作太频繁了，请稍等一会儿再试。",
                     *       "status": 429,
                     *       "code": "too-many-requests",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    WithdrawMyTip: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值，服务端保证只执行一次。 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:idempotency-key-malformed",
                     *       "title": "请求标识（Idempotency-Key）应为 1 至 128 个可见的英文字符。",
                     *       "status": 400,
                     *       "code": "idempotency-key-malformed",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:session-ended",
                     *       "title": "登录已失效，请重新登录。",
                     *       "status": 401,
                     *       "code": "session-ended",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:not-found",
                     *       "title": "没有找到您要的内容。",
                     *       "status": 404,
                     *       "code": "not-found",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:tip-settled",
                     *       "title": "这条线索已经办结，不能再改动。",
                     *       "status": 409,
                     *       "code": "tip-settled",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:body-too-large",
                     *       "title": "提交的内容太大了。",
                     *       "status": 413,
                     *       "code": "body-too-large",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:idempotency-key-reused",
                     *       "title": "同一请求标识已用于另一份内容，请换一个标识再提交。",
                     *       "status": 422,
                     *       "code": "idempotency-key-reused",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:too-many-requests",
                     *       "title": "操作太频繁了，请稍等一会儿再试。",
                     *       "status": 429,
                     *       "code": "too-many-requests",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TakeBackThanks: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值，服务端保证只执行一次。 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:idempotency-key-malformed",
                     *       "title": "请求标识（Idempotency-Key）应为 1 至 128 个可见的英文字符。",
                     *       "status": 400,
                     *       "code": "idempotency-key-malformed",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:session-ended",
                     *       "title": "登录已失效，请重新登录。",
                     *       "status": 401,
                     *       "code": "session-ended",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:not-found",
                     *       "title": "没有找到您要的内容。",
                     *       "status": 404,
                     *       "code": "not-found",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:body-too-large",
                     *       "title": "提交的内容太大了。",
                     *       "status": 413,
                     *       "code": "body-too-large",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:idempotency-key-reused",
                     *       "title": "同一请求标识已用于另一份内容，请换一个标识再提交。",
                     *       "status": 422,
                     *       "code": "idempotency-key-reused",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:too-many-requests",
                     *       "title": "操作太频繁了，请稍等一会儿再试。",
                     *       "status": 429,
                     *       "code": "too-many-requests",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListMyVotes: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "day": "2026-11-27",
                     *       "votesLeftToday": 3,
                     *       "items": [],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["ListMyVotesResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:cursor-invalid",
                     *       "title": "翻页位置无效，请从第一页重新开始。",
                     *       "status": 400,
                     *       "code": "cursor-invalid",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:session-ended",
                     *       "title": "登录已失效，请重新登录。",
                     *       "status": 401,
                     *       "code": "session-ended",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:campaign-missing",
                     *       "title": "现在没有正在进行的活动，请留意后续通知。",
                     *       "status": 404,
                     *       "code": "campaign-missing",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FollowObjection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                followCode: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "state": "Received",
                     *       "reasons": null,
                     *       "receivedAt": "2026-11-26T17:06:13.048546Z"
                     *     }
                     */
                    "application/json": components["schemas"]["FollowedObjection"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:not-found",
                     *       "title": "没有找到您要的内容。",
                     *       "status": 404,
                     *       "code": "not-found",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AddPhoto: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值，服务端保证只执行一次。 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["UploadForm"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "photoId": "01a218d1-2163-7d7b-b9c1-7d739082dfb7"
                     *     }
                     */
                    "application/json": components["schemas"]["AddPhotoResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:upload-malformed",
                     *       "title": "请用 multipart/form-data 上传，且只包含一个名为 file 的文件。",
                     *       "status": 400,
                     *       "code": "upload-malformed",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:session-ended",
                     *       "title": "登录已失效，请重新登录。",
                     *       "status": 401,
                     *       "code": "session-ended",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:photos-limit-reached",
                     *       "title": "已上传但还没有使用的照片太多了，请先提交，或过两天再上传。",
                     *       "status": 409,
                     *       "code": "photos-limit-reached",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:body-too-large",
                     *       "title": "提交的内容太大了。",
                     *       "status": 413,
                     *       "code": "body-too-large",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:media-type-unsupported",
                     *       "title": "请以 JSON 格式提交内容；照片和文件请用 multipart/form-data 上传。",
                     *       "status": 415,
                     *       "code": "media-type-unsupported",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:idempotency-key-reused",
                     *       "title": "同一请求标识已用于另一份内容，请换一个标识再提交。",
                     *       "status": 422,
                     *       "code": "idempotency-key-reused",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:too-many-requests",
                     *       "title": "操作太频繁了，请稍等一会儿再试。",
                     *       "status": 429,
                     *       "code": "too-many-requests",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ListPublicNotices: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["ShownNoticePage"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:cursor-invalid",
                     *       "title": "翻页位置无效，请从第一页重新开始。",
                     *       "status": 400,
                     *       "code": "cursor-invalid",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:campaign-missing",
                     *       "title": "现在没有正在进行的活动，请留意后续通知。",
                     *       "status": 404,
                     *       "code": "campaign-missing",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    GetPublicNotice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01a218d2-8ead-7460-a329-55dbc36c0f87",
                     *       "title": "“杭州工匠”拟认定人选公示",
                     *       "text": "根据评审结果，现将拟认定人选予以公示。",
                     *       "opensOn": "2026-11-27",
                     *       "lastDay": "2026-12-03",
                     *       "workingDays": 5,
                     *       "opensAt": "2026-11-17T17:06:22.429855Z",
                     *       "closesAt": "2026-11-26T17:06:22.429855Z",
                     *       "isOpenForObjections": false,
                     *       "objectionHint": "实名异议的姓名和联系方式加密保存，只有核查人员能看到；匿名异议不保存您的身份，只能凭查询码了解结果，请务必记下查询码。",
                     *       "entries": []
                     *     }
                     */
                    "application/json": components["schemas"]["GetPublicNoticeResponse"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:not-found",
                     *       "title": "没有找到您要的内容。",
                     *       "status": 404,
                     *       "code": "not-found",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SubmitObjection: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值，服务端保证只执行一次。 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitObjectionRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "followCode": "WSHMDQRCY83CEED8"
                     *     }
                     */
                    "application/json": components["schemas"]["SubmitObjectionResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:request-malformed",
                     *       "title": "提交的内容有误，请按提示修改后再试。",
                     *       "status": 400,
                     *       "code": "request-malformed",
                     *       "errors": {
                     *         "name": [
                     *           "实名异议请填写这一项。"
                     *         ],
                     *         "contact": [
                     *           "实名异议请填写这一项。"
                     *         ]
                     *       },
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:token-missing",
                     *       "title": "请先登录。",
                     *       "status": 401,
                     *       "code": "token-missing",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:not-found",
                     *       "title": "没有找到您要的内容。",
                     *       "status": 404,
                     *       "code": "not-found",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:already-objected",
                     *       "title": "您已经对这位人选提出过异议，请凭查询码了解结果。",
                     *       "status": 409,
                     *       "code": "already-objected",
                     *       "clause": "五(社会公示)",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:body-too-large",
                     *       "title": "提交的内容太大了。",
                     *       "status": 413,
                     *       "code": "body-too-large",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:media-type-unsupported",
                     *       "title": "请以 JSON 格式提交内容；照片和文件请用 multipart/form-data 上传。",
                     *       "status": 415,
                     *       "code": "media-type-unsupported",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:idempotency-key-reused",
                     *       "title": "同一请求标识已用于另一份内容，请换一个标识再提交。",
                     *       "status": 422,
                     *       "code": "idempotency-key-reused",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:too-many-requests",
                     *       "title": "操作太频繁了，请稍等一会儿再试。",
                     *       "status": 429,
                     *       "code": "too-many-requests",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CheckReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "state": "Counted",
                     *       "reasonCode": null,
                     *       "day": "2026-11-27"
                     *     }
                     */
                    "application/json": components["schemas"]["CheckReceiptResponse"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:not-found",
                     *       "title": "没有找到您要的内容。",
                     *       "status": 404,
                     *       "code": "not-found",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SendTip: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一操作重试时使用同一个值，服务端保证只执行一次。 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendTipRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01a218cf-c7fd-709f-b064-696a8de750f6",
                     *       "state": "Received",
                     *       "createdAt": "2026-11-26T17:03:20.061658Z"
                     *     }
                     */
                    "application/json": components["schemas"]["SendTipResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:request-malformed",
                     *       "title": "提交的内容有误，请按提示修改后再试。",
                     *       "status": 400,
                     *       "code": "request-malformed",
                     *       "errors": {
                     *         "name": [
                     *           "请填写这一项。"
                     *         ]
                     *       },
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:session-ended",
                     *       "title": "登录已失效，请重新登录。",
                     *       "status": 401,
                     *       "code": "session-ended",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:campaign-missing",
                     *       "title": "现在没有正在进行的活动，请留意后续通知。",
                     *       "status": 404,
                     *       "code": "campaign-missing",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:tip-quota-used",
                     *       "title": "今天的推荐次数已用完，谢谢您的热心，明天再来吧。",
                     *       "status": 409,
                     *       "code": "tip-quota-used",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:body-too-large",
                     *       "title": "提交的内容太大了。",
                     *       "status": 413,
                     *       "code": "body-too-large",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:media-type-unsupported",
                     *       "title": "请以 JSON 格式提交内容；照片和文件请用 multipart/form-data 上传。",
                     *       "status": 415,
                     *       "code": "media-type-unsupported",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:idempotency-key-reused",
                     *       "title": "同一请求标识已用于另一份内容，请换一个标识再提交。",
                     *       "status": 422,
                     *       "code": "idempotency-key-reused",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:too-many-requests",
                     *       "title": "操作太频繁了，请稍等一会儿再试。",
                     *       "status": 429,
                     *       "code": "too-many-requests",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FindSimilarTips: {
        parameters: {
            query: {
                name: string;
                workUnit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": []
                     *     }
                     */
                    "application/json": components["schemas"]["FindSimilarTipsResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:request-malformed",
                     *       "title": "提交的内容有误，请按提示修改后再试。",
                     *       "status": 400,
                     *       "code": "request-malformed",
                     *       "errors": {
                     *         "name": [
                     *           "请填写这一项。"
                     *         ]
                     *       },
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:token-missing",
                     *       "title": "请先登录。",
                     *       "status": 401,
                     *       "code": "token-missing",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:campaign-missing",
                     *       "title": "现在没有正在进行的活动，请留意后续通知。",
                     *       "status": 404,
                     *       "code": "campaign-missing",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields） */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:too-many-requests",
                     *       "title": "操作太频繁了，请稍等一会儿再试。",
                     *       "status": 429,
                     *       "code": "too-many-requests",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:internal-error",
                     *       "title": "系统出了点问题，我们已记录，请稍后再试。",
                     *       "status": 500,
                     *       "code": "internal-error",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    /** @description 请在这么多秒之后重试 */
                    "Retry-After"?: number;
                    /** @description 还可请求的次数和恢复的秒数，例如 "writes-citizen";r=9;t=60（IETF RateLimit header fields）；在限流之前就被拒绝的请求没有 */
                    RateLimit?: string;
                    /** @description 适用的限制，例如 "writes-citizen";q=10;w=60 */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:craftsman:problem:database-unavailable",
                     *       "title": "系统正忙，您的操作没有保存，请稍后再试。",
                     *       "status": 503,
                     *       "code": "database-unavailable",
                     *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
